# The words of the programme nuclear-disarmament in Spanish.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Oficina de Asuntos de Desarme
office-full = La Oficina de Asuntos de Desarme
office-start = La Oficina de Asuntos de Desarme
office-of = de la Oficina de Asuntos de Desarme
office-short = la Oficina
office-short-of = de la Oficina

report-summary = { $replies ->
    [0] En el presente informe se exponen las iniciativas adoptadas para promover el desarme nuclear y la no proliferación desde el informe anterior ({ $previous }). A la fecha límite no se había recibido ninguna respuesta.
   *[other] En el presente informe se exponen las iniciativas adoptadas para promover el desarme nuclear y la no proliferación desde el informe anterior ({ $previous }) y se recogen las respuestas recibidas.
}
report-summary-first = { $replies ->
    [0] En el presente informe se exponen las iniciativas adoptadas para promover el desarme nuclear y la no proliferación. A la fecha límite no se había recibido ninguna respuesta.
   *[other] En el presente informe se exponen las iniciativas adoptadas para promover el desarme nuclear y la no proliferación y se recogen las respuestas recibidas.
}

intro-icj = En el párrafo { $paragraph } de la resolución { $number }, la Asamblea General solicitó a todos los Estados que informaran al Secretario General de las iniciativas y medidas que hubieran tomado en relación con la aplicación de esa resolución y el desarme nuclear, y solicitó al Secretario General que le transmitiera esa información en su { $session }.
intro-nd = En el párrafo { $paragraph } de la resolución { $number }, la Asamblea General solicitó al Secretario General que le presentara, en su { $session }, un informe sobre la aplicación de esa resolución.
intro-rnd = En el párrafo { $paragraph } de la resolución { $number }, la Asamblea General solicitó al Secretario General que intensificara los esfuerzos en apoyo de las siete recomendaciones que reducirían considerablemente el riesgo de guerra nuclear (véase A/56/400, párr. 3), que alentara a los Estados Miembros a que estudiaran la posibilidad de convocar una conferencia internacional sobre los medios de eliminar los peligros nucleares y que le presentara un informe al respecto en su { $session }.
