# The words of the programme ecosoc in English.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Department of Economic and Social Affairs
office-full = The Department of Economic and Social Affairs
office-start = The Department of Economic and Social Affairs
office-of = of the Department of Economic and Social Affairs
office-short = the Department
office-short-of = of the Department
