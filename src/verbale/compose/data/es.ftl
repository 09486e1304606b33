# The words of notes verbales and reports in Spanish.

label-section-1 = I.
label-section-2 = II.
label-section-3 = III.
label-section-4 = IV.
label-paragraph = { $number }.
label-item = { $letter })

heading-summary = Resumen
heading-introduction = Introducción
heading-observations = Observaciones
heading-replies = Información recibida de los Gobiernos
heading-organisations = Información recibida de organizaciones
heading-report = Informe del Secretario General
heading-note = Nota verbal

# As they stand in the line under the name of a State.
language-ar = árabe
language-zh = chino
language-en = inglés
language-fr = francés
language-ru = ruso
language-es = español

office = Oficina de Asuntos de Desarme
secretary-general = Secretario General

group-member-states = a las misiones permanentes de los Estados Miembros
group-all-states = a las misiones permanentes de todos los Estados
group-observers = a las misiones permanentes de observación
group-organisations = a las oficinas de las organizaciones internacionales

invited-member-states = a los Estados Miembros
invited-all-states = a todos los Estados
invited-observers = a los observadores
invited-organisations = a las organizaciones internacionales

resolution-entitled = a la resolución { $number } de la Asamblea General, de { $date }, titulada “{ $title }”
resolution-number = { $number }
resolution-bare = { $numbers }, de { $date }

note-reference = Referencia: { $reference }
note-opening = La Oficina de Asuntos de Desarme de las Naciones Unidas saluda atentamente { $addressees } y tiene el honor de referirse { $resolutions }.
note-paragraph = El párrafo { $paragraph } de la resolución { $number } dice lo siguiente:
note-views = A fin de que el Secretario General pueda informar a la Asamblea General en su { $session } período de sesiones, la Oficina agradecería recibir las opiniones de los Gobiernos a más tardar el { $deadline }.
note-language = Las respuestas pueden enviarse en cualquiera de los seis idiomas oficiales, en un archivo de texto junto con el original firmado. Cada respuesta debería indicar la resolución a la que se refiere.
note-length = Las respuestas no deberían exceder de { $words } palabras.
note-summary = Si se envía un texto más extenso, en el informe se reproducirá un resumen de no más de { $summary } palabras.
note-web = El texto íntegro se publicará en el sitio web de la Oficina, salvo objeción del Gobierno.
note-web-consent = El texto íntegro se publicará en el sitio web de la Oficina si el Gobierno da su consentimiento.
note-late-web = Las respuestas que se reciban después de esa fecha se publicarán únicamente en el sitio web de la Oficina, en el idioma en que se reciban; no se publicará ninguna adición al informe.
note-late-addendum = Las respuestas que se reciban después de esa fecha se publicarán como adiciones al informe.
note-closing = La Oficina de Asuntos de Desarme aprovecha la oportunidad para reiterar { $addressees } las seguridades de su consideración más distinguida.
note-place = Nueva York, { $date }
note-reminder = La Oficina de Asuntos de Desarme de las Naciones Unidas saluda atentamente a la Misión Permanente ({ $state }) y recuerda su nota verbal { $reference }, de { $date }. La respuesta del Gobierno se espera hasta el { $deadline }.

report-language = Español
report-original = Original: { $language }
report-summary = En el presente informe se expone lo que se ha hecho en materia de desarme nuclear y no proliferación desde el informe anterior ({ $previous }) y se recogen las respuestas recibidas de los Gobiernos.
report-summary-first = En el presente informe se expone lo que se ha hecho en materia de desarme nuclear y no proliferación y se recogen las respuestas recibidas de los Gobiernos.

intro-submitted = { $count ->
    [one] El presente informe se presenta en cumplimiento de la resolución de la Asamblea General { $resolutions }.
   *[other] El presente informe se presenta en cumplimiento de las resoluciones de la Asamblea General { $resolutions }.
}
intro-icj = En el párrafo { $paragraph } de la resolución { $number }, la Asamblea General pidió a todos los Estados que informaran al Secretario General de lo que hubieran hecho para aplicar esa resolución y en favor del desarme nuclear, y pidió al Secretario General que le transmitiera esa información en su { $session } período de sesiones.
intro-nd = En el párrafo { $paragraph } de la resolución { $number }, la Asamblea General pidió al Secretario General que le presentara, en su { $session } período de sesiones, un informe sobre la aplicación de esa resolución.
intro-rnd = En el párrafo { $paragraph } de la resolución { $number }, la Asamblea General pidió al Secretario General que intensificara los esfuerzos en apoyo de las siete recomendaciones que reducirían considerablemente el riesgo de guerra nuclear (véase A/56/400, párr. 3), que alentara a los Estados Miembros a que estudiaran la posibilidad de convocar una conferencia internacional sobre los medios de eliminar los peligros nucleares y que la informara al respecto en su { $session } período de sesiones.
intro-other = En el párrafo { $paragraph } de la resolución { $number }, la Asamblea General pidió al Secretario General que la informara en su { $session } período de sesiones.
intro-note = En una nota verbal de fecha { $date } se invitó { $addressees } a que presentaran sus opiniones. Las respuestas recibidas al { $deadline } se reproducen en la sección III del presente informe.
intro-none = En una nota verbal de fecha { $date } se invitó { $addressees } a que presentaran sus opiniones. Al { $deadline } no se había recibido ninguna respuesta.
intro-covers = { $count ->
    [one] La nota verbal se refería a la resolución { $resolutions }.
   *[other] La nota verbal se refería a las resoluciones { $resolutions }.
}
intro-late-web = Las respuestas recibidas después de esa fecha se publican únicamente en el sitio web de la Oficina de Asuntos de Desarme (www.un.org/disarmament), en el idioma en que se recibieron. No se publicará ninguna adición.
intro-late-addendum = Las respuestas recibidas después de esa fecha se publicarán como adiciones al presente informe.

reply-original = [Original: { $language }]
reply-date = [{ $date }]
reply-pending = [Traducción pendiente. El texto se recibió en { $language }.]
replies-nil = Los siguientes indicaron que no tenían información que comunicar: { $authors }.
reply-on-behalf = { $name } (en nombre de: { $group })
reply-on-web = [El texto íntegro figura en el sitio web de la Oficina de Asuntos de Desarme.]

web-late = Respuesta recibida el { $received }, después de la fecha límite ({ $deadline }). Se publica en el idioma en que se recibió; no figura en el informe ({ $report }).
web-full = Texto íntegro de la respuesta, de la que figura un resumen en el informe ({ $report }).
heading-addendum = Adición
addendum-lead = La presente adición complementa el informe ({ $report }) con información recibida de los Gobiernos.

obs-lead = Desde el informe anterior ({ $previous }), los depositarios han registrado lo siguiente, al { $date }:
obs-lead-first = Los depositarios han registrado lo siguiente, al { $date }:
obs-item = { $treaty }: { $told }
obs-signed = { $count ->
    [one] { $number } Estado había firmado
   *[other] { $number } Estados habían firmado
}
obs-ratified = { $count ->
    [one] { $number } Estado había ratificado
   *[other] { $number } Estados habían ratificado
}
obs-acceded = { $count ->
    [one] { $number } Estado se había adherido
   *[other] { $number } Estados se habían adherido
}
obs-counts = al { $date }, { $counts }.
obs-in-force = En vigor desde el { $date }.
obs-until = En vigor hasta el { $date }.
obs-will = Entra en vigor el { $date }.
obs-not-in-force = Aún no está en vigor.
obs-outstanding = { $count ->
    [one] La entrada en vigor sigue a la espera de la ratificación de { $number } Estado: { $states }.
   *[other] La entrada en vigor sigue a la espera de la ratificación de { $number } Estados: { $states }.
}
obs-suspended = Aplicación suspendida ({ $states }).
obs-acts = Desde el { $date }, { $kind }: { $states }.
obs-act = { $state } ({ $date })

# El proyecto de respuesta.
draft-mark = PROYECTO. No enviado. Corresponde al Gobierno confirmar, modificar o suprimir cada frase.
pack-mark = PARA INFORMACIÓN. Lo que consta a efectos de la respuesta a la nota verbal, cada punto con su fuente; el Gobierno dispone de mejor información.
draft-opening = La información que figura a continuación se presenta en respuesta a la nota verbal { $reference }, de { $date }. Resoluciones: { $resolutions }.
draft-opening-bare = La información que figura a continuación se presenta en respuesta a la nota verbal de { $date }. Resoluciones: { $resolutions }.
draft-standing = Participación en tratados al { $date }:
draft-since = Actos realizados desde el informe anterior, después del { $date }:
draft-since-none = Actos realizados desde el informe anterior, después del { $date }: no consta ninguno.
draft-act = { $treaty }: { $kind } ({ $date });
draft-votes = Votos sobre las resoluciones en que se pide el informe:
draft-vote = Resolución { $number }, de { $date }: { $vote };
draft-earlier = De la respuesta que figura en el documento { $report } ({ $date }), para que el Gobierno la mantenga, modifique o suprima:
vote-in-favour = a favor
vote-against = en contra
vote-abstaining = abstención
