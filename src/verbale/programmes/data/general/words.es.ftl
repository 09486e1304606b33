# The words of the programme general in Spanish.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Secretaría
office-full = La Secretaría de las Naciones Unidas
office-start = La Secretaría
office-of = de la Secretaría
office-short = la Secretaría
office-short-of = de la Secretaría
