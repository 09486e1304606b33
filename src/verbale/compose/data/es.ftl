# The words of notes verbales and reports in Spanish.

label-section-1 = I.
label-section-2 = II.
label-section-3 = III.
label-section-4 = IV.
label-section-5 = V.
label-section-6 = VI.
label-section-7 = VII.
label-section-8 = VIII.
# As it is named in a sentence.
section-number-1 = I
section-number-2 = II
section-number-3 = III
section-number-4 = IV
section-number-5 = V
section-number-6 = VI
section-number-7 = VII
section-number-8 = VIII
label-paragraph = { $number }.
label-item = { $letter })

heading-summary = Resumen
heading-introduction = Introducción
heading-observations = Observaciones
heading-replies = Información recibida de los Gobiernos
heading-report = Informe del Secretario General
heading-note = Nota verbal
heading-contents = Índice
heading-organisations = Información recibida de organizaciones internacionales

# As they stand in the line under the name of a State.
language-ar = árabe
language-zh = chino
language-en = inglés
language-fr = francés
language-ru = ruso
language-es = español

# Organs, and their sessions in a sentence and in the masthead.
session-numbered = { $session } período de sesiones
session-yearly = período de sesiones de { $session }
session-line-yearly = Período de sesiones de { $session }
organ-general_assembly = la Asamblea General
organ-general_assembly-of = de la Asamblea General
organ-general_assembly-to = a la Asamblea General
organ-general_assembly-gender = feminine
organ-security_council = el Consejo de Seguridad
organ-security_council-of = del Consejo de Seguridad
organ-security_council-to = al Consejo de Seguridad
organ-security_council-gender = masculine
organ-economic_and_social_council = el Consejo Económico y Social
organ-economic_and_social_council-of = del Consejo Económico y Social
organ-economic_and_social_council-to = al Consejo Económico y Social
organ-economic_and_social_council-gender = masculine
organ-human_rights_council = el Consejo de Derechos Humanos
organ-human_rights_council-of = del Consejo de Derechos Humanos
organ-human_rights_council-to = al Consejo de Derechos Humanos
organ-human_rights_council-gender = masculine

group-member-states = a las misiones permanentes de los Estados Miembros
group-all-states = a las misiones permanentes de todos los Estados
group-observers = a las misiones permanentes de observación
group-organisations = a las oficinas de las organizaciones internacionales
group-named = a las misiones permanentes de los Estados siguientes ({ $states })

invited-member-states = a los Estados Miembros
invited-all-states = a todos los Estados
invited-observers = a los observadores
invited-organisations = a las organizaciones internacionales
invited-named = a los Estados siguientes ({ $states })

resolution-entitled = a la resolución { $number } { $organ_of }, de { $date }, titulada “{ $title }”
resolution-number = { $number }
resolution-bare = { $numbers }, de { $date }
resolutions-of = { $count ->
    [one] de la resolución { $organ_of } { $resolutions }
   *[other] de las resoluciones { $organ_of } { $resolutions }
}
quoted-title = “{ $title }”
website = el sitio web { office-of } ({ $site })
website-bare = el sitio web { office-of }

note-reference = Referencia: { $reference }
note-opening = { office-full } saluda atentamente { $addressees } y tiene el honor de referirse { $resolutions }.
note-paragraph = El párrafo { $paragraph } de la resolución { $number } dice lo siguiente:
note-views = A fin de que el Secretario General pueda informar { $organ_to } en su { $session }, { office-short } agradecería recibir las opiniones de los { $organisations ->
    [yes] Gobiernos y las organizaciones internacionales
   *[no] Gobiernos
} a más tardar el { $deadline }.
note-answers = Las respuestas deben enviarse a la siguiente dirección: { $ways }.
answer-email = { $where } (correo electrónico)
answer-postal = { $where } (dirección postal)
answer-form = { $where } (formulario en línea)
answer-telephone = { $where } (teléfono)
note-language = Las respuestas pueden enviarse en cualquiera de los seis idiomas oficiales, en un archivo de texto junto con el original firmado. Cada respuesta debería indicar la resolución a la que se refiere.
note-length = Las respuestas no deberían exceder de { $words } palabras.
note-summary = Si se envía un texto más extenso, en el informe se reproducirá un resumen de no más de { $summary } palabras.
note-web = El texto íntegro se publicará en el sitio web { office-short-of }, salvo objeción del Gobierno.
note-web-consent = El texto íntegro se publicará en el sitio web { office-short-of } si el Gobierno da su consentimiento.
note-late-web = Las respuestas que se reciban después de esa fecha se publicarán únicamente en el sitio web { office-short-of }, en el idioma en que se reciban; no se publicará ninguna adición al informe.
note-late-addendum = Las respuestas que se reciban después de esa fecha se publicarán como adiciones al informe.
note-closing = { office-start } aprovecha la oportunidad para reiterar { $addressees } las seguridades de su consideración más distinguida.
note-place = Nueva York, { $date }
note-reminder = { office-full } saluda atentamente a la Misión Permanente ({ $state }) y recuerda su nota verbal { $reference }, de { $date }. La respuesta del Gobierno se espera hasta el { $deadline }.
note-reminder-bare = { office-full } saluda atentamente a la Misión Permanente ({ $state }) y recuerda su nota verbal de { $date }. La respuesta del Gobierno se espera hasta el { $deadline }.

report-language = Español
report-original = Original: { $language }
report-summary = { $replies ->
    [0] El presente informe, que sigue al informe anterior ({ $previous }), se refiere a { $count ->
        [one] la siguiente cuestión
       *[other] las siguientes cuestiones
    }: { $titles }. A la fecha límite no se había recibido ninguna respuesta.
   *[other] El presente informe, que sigue al informe anterior ({ $previous }), se refiere a { $count ->
        [one] la siguiente cuestión
       *[other] las siguientes cuestiones
    }: { $titles }. En él se recogen las respuestas recibidas.
}
report-summary-first = { $replies ->
    [0] El presente informe se refiere a { $count ->
        [one] la siguiente cuestión
       *[other] las siguientes cuestiones
    }: { $titles }. A la fecha límite no se había recibido ninguna respuesta.
   *[other] El presente informe se refiere a { $count ->
        [one] la siguiente cuestión
       *[other] las siguientes cuestiones
    }: { $titles }. En él se recogen las respuestas recibidas.
}

intro-submitted = El presente informe se presenta en cumplimiento { $resolutions }.
intro-quoted = El párrafo { $paragraph } de la resolución { $number } dice lo siguiente: “{ $request }”.
intro-other = En el párrafo { $paragraph } de la resolución { $number }, { $organ } pidió al Secretario General que { $organ_gender ->
    [feminine] la
   *[masculine] lo
} informara en su { $session }.
intro-note = { $organisations ->
    [yes] En una nota verbal de fecha { $date } se invitó { $addressees } a que presentaran sus opiniones. Las respuestas recibidas al { $deadline } se reproducen en las secciones { $section } y { $other } del presente informe.
   *[no] En una nota verbal de fecha { $date } se invitó { $addressees } a que presentaran sus opiniones. Las respuestas recibidas al { $deadline } se reproducen en la sección { $section } del presente informe.
}
intro-none = En una nota verbal de fecha { $date } se invitó { $addressees } a que presentaran sus opiniones. Al { $deadline } no se había recibido ninguna respuesta.
intro-covers = { $count ->
    [one] La nota verbal se refería a la resolución { $resolutions }.
   *[other] La nota verbal se refería a las resoluciones { $resolutions }.
}
intro-late-web = Las respuestas recibidas después de esa fecha se publican únicamente en { $website }, en el idioma en que se recibieron. No se publicará ninguna adición.
intro-late-addendum = Las respuestas recibidas después de esa fecha se publicarán como adiciones al presente informe.

reply-original = [Original: { $language }]
reply-date = [{ $date }]
reply-pending = [Traducción pendiente. El texto se recibió en { $language }.]
replies-nil = Los siguientes indicaron que no tenían información que comunicar: { $authors }.
reply-on-behalf = { $name } (en nombre de: { $group })
reply-on-web = [El texto íntegro figura en { $website }.]

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
obs-meeting = { $meeting }: { $told }
obs-held = Fecha de celebración: { $date }.
obs-held-between = Fechas de celebración: del { $start } al { $end }.
obs-held-in = Fecha de celebración: { $month }.
obs-held-year = Fecha de celebración: { $year }.

# El proyecto de respuesta.
draft-mark = PROYECTO. No enviado. Corresponde al Gobierno confirmar, modificar o suprimir cada frase.
pack-mark = PARA INFORMACIÓN. Lo que consta a efectos de la respuesta a la nota verbal, cada punto con su fuente; el Gobierno dispone de mejor información.
pack-asked = Se solicitan respuestas en cumplimiento { $resolutions }.
pack-bare = No consta aquí ningún acto ni voto al respecto ({ $state }).
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
