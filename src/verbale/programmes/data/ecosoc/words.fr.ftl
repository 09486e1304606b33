# The words of the programme ecosoc in French.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Département des affaires économiques et sociales
office-full = Le Département des affaires économiques et sociales
office-start = Le Département des affaires économiques et sociales
office-of = du Département des affaires économiques et sociales
office-short = le Département
office-short-of = du Département
