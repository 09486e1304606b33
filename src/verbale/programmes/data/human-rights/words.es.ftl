# The words of the programme human-rights in Spanish.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
office-full = La Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
office-start = La Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
office-of = de la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
office-short = la Oficina
office-short-of = de la Oficina

heading-report = Informe de la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
note-place = Ginebra, { $date }
note-views = A fin de preparar el informe que debe presentar { $organ_to } en su { $session }, { office-short } agradecería recibir las opiniones de los { $organisations ->
    [yes] Gobiernos y las organizaciones internacionales
   *[no] Gobiernos
} a más tardar el { $deadline }.
intro-other = En el párrafo { $paragraph } de la resolución { $number }, { $organ } solicitó { office-other } que { $organ_gender ->
    [feminine] la
   *[masculine] lo
} informara en su { $session }.
office-other = a la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos
