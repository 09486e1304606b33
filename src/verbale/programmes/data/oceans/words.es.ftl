# The words of the programme oceans in Spanish.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = División de Asuntos Oceánicos y del Derecho del Mar
office-full = La División de Asuntos Oceánicos y del Derecho del Mar de la Oficina de Asuntos Jurídicos
office-start = La División de Asuntos Oceánicos y del Derecho del Mar
office-of = de la División de Asuntos Oceánicos y del Derecho del Mar
office-short = la División
office-short-of = de la División
