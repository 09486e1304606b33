# The words of the programme general in English.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Secretariat
office-full = The Secretariat of the United Nations
office-start = The Secretariat
office-of = of the Secretariat
office-short = the Secretariat
office-short-of = of the Secretariat
