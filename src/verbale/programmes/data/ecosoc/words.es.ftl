# The words of the programme ecosoc in Spanish.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Departamento de Asuntos Económicos y Sociales
office-full = El Departamento de Asuntos Económicos y Sociales
office-start = El Departamento de Asuntos Económicos y Sociales
office-of = del Departamento de Asuntos Económicos y Sociales
office-short = el Departamento
office-short-of = del Departamento
