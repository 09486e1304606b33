# The words of the programme oceans in French.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Division des affaires maritimes et du droit de la mer
office-full = La Division des affaires maritimes et du droit de la mer du Bureau des affaires juridiques
office-start = La Division des affaires maritimes et du droit de la mer
office-of = de la Division des affaires maritimes et du droit de la mer
office-short = la Division
office-short-of = de la Division
