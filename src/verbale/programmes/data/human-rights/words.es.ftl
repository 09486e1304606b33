# The words of the programme human-rights in Spanish.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
office-full = La Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
office-start = La Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
office-of = de la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
office-short = la Oficina
office-short-of = de la Oficina
mission-seat = ante la Oficina de las Naciones Unidas en Ginebra

heading-report = Informe de la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
note-place = Ginebra, { $date }
note-views = A fin de preparar el informe que debe presentar { $organ_to } en su { $session }, { office-short } agradecería recibir las opiniones de { $organisations ->
    [yes] los Gobiernos y las organizaciones
    [only] las organizaciones
   *[no] los Gobiernos
} a más tardar el { $deadline }.
intro-other = En el párrafo { $paragraph } de la resolución { $number }, { $organ } solicitó { office-other } que le presentara un informe en su { $session }.
office-other = a la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
