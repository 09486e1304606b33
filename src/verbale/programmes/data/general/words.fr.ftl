# The words of the programme general in French.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Secrétariat
office-full = Le Secrétariat de l’Organisation des Nations Unies
office-start = Le Secrétariat
office-of = du Secrétariat
office-short = le Secrétariat
office-short-of = du Secrétariat
