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
mission-seat = ante las Naciones Unidas

group-member-states = a las Misiones Permanentes de los Estados Miembros { mission-seat }
group-all-states = a las Misiones Permanentes de todos los Estados { mission-seat }
group-observers = a las Misiones Permanentes de Observación { mission-seat }
group-organisations = a las organizaciones intergubernamentales
group-named = a las Misiones Permanentes { mission-seat } de los Estados siguientes ({ $states })
addressee-organisation = a la organización siguiente ({ $name })
addressee-observer = a la Misión Permanente de Observación { $of } { mission-seat }
addressee-state = a la Misión Permanente { $of } { mission-seat }

invited-member-states = a los Estados Miembros
invited-all-states = a todos los Estados
invited-observers = a los observadores
invited-organisations = a las organizaciones intergubernamentales
invited-named = a los Estados siguientes ({ $states })

resolution-entitled = a la resolución { $number } { $organ_of }, de { $date }, titulada “{ $title }”
resolution-number = { $number }
resolution-bare = { $numbers }, de { $date }
resolutions-of = { $count ->
    [one] de la resolución { $resolutions }, { $organ_of }
   *[other] de las resoluciones { $resolutions }, { $organ_of }
}
resolutions-of-day = { $count ->
    [one] de la resolución { $numbers } { $organ_of }, de { $date }
   *[other] de las resoluciones { $numbers } { $organ_of }, de { $date }
}
quoted-title = “{ $title }”
website = el sitio web { office-of } ({ $site })
website-bare = el sitio web { office-of }

note-reference = Referencia: { $reference }
note-opening = { office-full } saluda atentamente { $addressees } y tiene el honor de referirse { $resolutions }.
note-paragraph = En el párrafo { $paragraph } de la resolución { $number }, { $organ }: “{ $request }”.
note-views = A fin de que el Secretario General pueda informar { $organ_to } en su { $session }, { office-short } agradecería recibir las opiniones de { $organisations ->
    [yes] los Gobiernos y las organizaciones
    [only] las organizaciones
   *[no] los Gobiernos
} a más tardar el { $deadline }.
note-answers = Las respuestas deben enviarse a { $count ->
    [one] la siguiente dirección
   *[other] las siguientes direcciones
}: { $ways }.
answer-email = { $where } (correo electrónico)
answer-postal = { $where } (dirección postal)
answer-form = { $where } (formulario en línea)
answer-telephone = { $where } (teléfono)
note-language = Las respuestas pueden presentarse en cualquiera de los seis idiomas oficiales y deben enviarse tanto en papel como por vía electrónica (en formato Microsoft Word). En ellas debería indicarse la resolución a la que se refieren.
note-length = Las respuestas no deberían exceder de { $words } palabras.
note-summary = Si se envía un texto más extenso, en el informe se reproducirá un resumen de no más de { $summary } palabras.
note-web = El texto íntegro se publicará en el sitio web { office-short-of }, salvo objeción { $organisations ->
    [yes] del Gobierno o de la organización de que se trate
    [only] de la organización
   *[no] del Gobierno
}.
note-web-consent = El texto íntegro se publicará en el sitio web { office-short-of } si { $organisations ->
    [yes] el Gobierno o la organización de que se trate
    [only] la organización
   *[no] el Gobierno
} da su consentimiento.
note-late-web = Las respuestas que se reciban después del { $deadline } se publicarán únicamente en el sitio web { office-short-of }, en el idioma en que se reciban; no se publicará ninguna adición al informe.
note-late-addendum = Las respuestas que se reciban después del { $deadline } se publicarán como adiciones al informe.
note-closing = { office-start } aprovecha la oportunidad para reiterar { $addressees } las seguridades de su consideración más distinguida.
note-place = Nueva York, { $date }
note-reminder = { office-full } saluda atentamente { $addressee } y tiene el honor de recordar su nota verbal { $reference }, de { $date }.
note-reminder-bare = { office-full } saluda atentamente { $addressee } y tiene el honor de recordar su nota verbal de { $date }.
note-reminder-asked = { office-start } agradecería recibir { $organisation ->
    [yes] una respuesta
   *[no] la respuesta del Gobierno
} a más tardar el { $deadline }.

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
intro-other = En el párrafo { $paragraph } de la resolución { $number }, { $organ } solicitó al Secretario General que le presentara un informe en su { $session }.
intro-note = { $organisations ->
    [yes] En una nota verbal de fecha { $date } se invitó { $addressees } a que presentaran sus opiniones. Las respuestas recibidas hasta el { $deadline } se reproducen en las secciones { $section } y { $other } del presente informe.
   *[no] En una nota verbal de fecha { $date } se invitó { $addressees } a que presentaran sus opiniones. Las respuestas recibidas hasta el { $deadline } se reproducen en la sección { $section } del presente informe.
}
intro-none = En una nota verbal de fecha { $date } se invitó { $addressees } a que presentaran sus opiniones. Al { $deadline } no se había recibido ninguna respuesta.
intro-covers = { $count ->
    [one] La nota verbal se refería a la resolución { $resolutions }.
   *[other] La nota verbal se refería a las resoluciones { $resolutions }.
}
intro-late-web = Las respuestas recibidas después del { $deadline } se publican únicamente en { $website }, en el idioma en que se recibieron. No se publicará ninguna adición.
intro-late-addendum = Las respuestas recibidas después del { $deadline } se publicarán como adiciones al presente informe.

reply-original = [Original: { $language }]
reply-date = [{ $date }]
reply-pending = [Traducción pendiente. El texto se recibió en { $language }.]
replies-nil = { $count ->
    [one] El siguiente autor indicó que no tenía información que comunicar: { $authors }.
   *[other] Los siguientes autores indicaron que no tenían información que comunicar: { $authors }.
}
reply-on-behalf = { $name } (en nombre de: { $group })
reply-on-web = [El texto íntegro figura en { $website }.]

web-late = Respuesta recibida el { $received }, después de la fecha límite ({ $deadline }). Se publica en el idioma en que se recibió; no figura en el informe ({ $report }).
web-full = Texto íntegro de la respuesta, de la que figura un resumen en el informe ({ $report }).
heading-addendum = Adición
addendum-lead = La presente adición contiene información recibida después del { $date } y complementa el informe ({ $report }).
instrument-code-gender = masculine
instrument-code-to = al Código
instrument-code-of = del Código
instrument-code-object = el Código
instrument-code-start = El Código
instrument-code = el Código
instrument-statute-gender = masculine
instrument-statute-to = al Estatuto
instrument-statute-of = del Estatuto
instrument-statute-object = el Estatuto
instrument-statute-start = El Estatuto
instrument-statute = el Estatuto
instrument-agreement-gender = masculine
instrument-agreement-to = al Acuerdo
instrument-agreement-of = del Acuerdo
instrument-agreement-object = el Acuerdo
instrument-agreement-start = El Acuerdo
instrument-agreement = el Acuerdo
instrument-protocol-gender = masculine
instrument-protocol-to = al Protocolo
instrument-protocol-of = del Protocolo
instrument-protocol-object = el Protocolo
instrument-protocol-start = El Protocolo
instrument-protocol = el Protocolo
instrument-convention-gender = feminine
instrument-convention-to = a la Convención
instrument-convention-of = de la Convención
instrument-convention-object = la Convención
instrument-convention-start = La Convención
instrument-convention = la Convención
instrument-treaty-gender = masculine
instrument-treaty-to = al Tratado
instrument-treaty-of = del Tratado
instrument-treaty-object = el Tratado
instrument-treaty-start = El Tratado
instrument-treaty = el Tratado
corrigendum-delete = Suprímase el texto.
corrigendum-insert = Insértese el texto siguiente:
corrigendum-text = El texto debe decir lo siguiente:
corrigendum-words = Donde dice “{ $old }” debe decir “{ $new }”.
corrigendum-after = Después de: { $place }
corrigendum-after-place = Después { $place }
corrigendum-of = { $part } ({ $whole })
corrigendum-within = { $whole }, { $part }
corrigendum-part = { $placed ->
    [inside] otro texto
    [after] de otro texto
   *[start] Otro texto
}
corrigendum-note = { $placed ->
    [inside] nota
    [after] de la nota
   *[start] Nota
} { $number }
corrigendum-item = { $placed ->
    [inside] párrafo
    [after] del párrafo
   *[start] Párrafo
} { $number } { $item }
corrigendum-paragraph = { $placed ->
    [inside] párrafo
    [after] del párrafo
   *[start] Párrafo
} { $number }
corrigendum-section = { $placed ->
    [inside] sección { $number }, encabezamiento
    [after] del encabezamiento de la sección { $number }
   *[start] Sección { $number }, encabezamiento
}
corrigendum-summary = { $placed ->
    [inside] resumen
    [after] del resumen
   *[start] Resumen
}
corrigendum-title = { $placed ->
    [inside] título
    [after] del título
   *[start] Título
}
heading-corrigendum = Corrección

obs-lead = Al { $date }, la situación de los tratados era la siguiente:
obs-lead-events = Al { $date } constaban también los hechos siguientes:
obs-item = { $name }. { $text }
obs-signed = { $count ->
    [one] { $number ->
        [uno] un
       *[other] { $number }
    } Estado había firmado { $instrument_object }
   *[other] { $number } Estados habían firmado { $instrument_object }
}
obs-ratified = { $number } { $instrument_gender ->
    [feminine] la
   *[masculine] lo
} { $count ->
    [one] había
   *[other] habían
} { $acts ->
    [ratified] ratificado
    [succeeded] ratificado o { $count ->
        [one] había
       *[other] habían
    } sucedido en { $instrument_gender ->
        [feminine] ella
       *[masculine] él
    }
    [accepted] ratificado, aceptado o aprobado
   *[both] ratificado, aceptado o aprobado, o { $count ->
        [one] había
       *[other] habían
    } sucedido en { $instrument_gender ->
        [feminine] ella
       *[masculine] él
    }
}
obs-acceded = { $number } se { $count ->
    [one] había
   *[other] habían
} adherido a { $instrument_gender ->
    [feminine] ella
   *[masculine] él
}
obs-counts = Al { $date }, { $counts }.
obs-in-force = { $instrument_start } está en vigor desde el { $date }.
obs-until = { $instrument_start } está en vigor hasta el { $date }.
obs-will = { $instrument_start } entrará en vigor el { $date }.
obs-not-in-force = { $instrument_start } aún no está en vigor.
obs-expired = { $instrument_start } ya no está en vigor; expiró el { $date }.
obs-outstanding = { $count ->
    [1] Para que { $instrument } entre en vigor es necesaria la ratificación del Estado siguiente: { $states }.
   *[other] Para que { $instrument } entre en vigor es necesaria la ratificación de los { $number } Estados siguientes: { $states }.
}
obs-suspended = La aplicación { $instrument_of } ha sido suspendida { $states }.
obs-acts = Desde el { $date }, { $kind ->
    [signature] { $count ->
        [one] ha firmado
       *[other] han firmado
    } { $instrument_object }
    [ratification] { $count ->
        [one] ha ratificado
       *[other] han ratificado
    } { $instrument_object }
    [acceptance] { $count ->
        [one] ha aceptado
       *[other] han aceptado
    } { $instrument_object }
    [approval] { $count ->
        [one] ha aprobado
       *[other] han aprobado
    } { $instrument_object }
    [accession] { $count ->
        [one] se ha adherido
       *[other] se han adherido
    } { $instrument_to }
    [succession] { $count ->
        [one] ha sucedido
       *[other] han sucedido
    } en { $instrument }
   *[withdrawal] { $count ->
        [one] ha retirado
       *[other] han retirado
    } { $count ->
        [one] su
       *[other] sus
    } { $count ->
        [one] ratificación
       *[other] ratificaciones
    } { $instrument_of }
} { $count ->
    [one] el Estado siguiente
   *[other] los Estados siguientes
}: { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $name }. { $text }
obs-held = Fecha de celebración: { $date }.
obs-held-between = Fechas de celebración: del { $start } al { $end }.
obs-held-in = Fecha de celebración: { $month }.
obs-held-year = Fecha de celebración: { $year }.

# El proyecto de respuesta.
draft-mark = PROYECTO. No enviado. Corresponde al Gobierno confirmar, modificar o suprimir cada frase.
pack-mark = PARA INFORMACIÓN. Información que consta a efectos de la respuesta a la nota verbal, cada punto con su fuente, sin perjuicio de las precisiones del Gobierno.
pack-asked = Se solicitan respuestas en cumplimiento { $resolutions }.
pack-bare = No consta aquí ningún acto ni voto { $of } al respecto.
draft-opening = La información que figura a continuación, relativa a { $count ->
    [one] la resolución
   *[other] las resoluciones
} { $resolutions }, se presenta en respuesta a la nota verbal { $reference }, de { $date }.
draft-opening-bare = La información que figura a continuación, relativa a { $count ->
    [one] la resolución
   *[other] las resoluciones
} { $resolutions }, se presenta en respuesta a la nota verbal de { $date }.
draft-standing = Participación en tratados al { $date }:
draft-since = Actos realizados desde el informe anterior, después del { $date }:
draft-since-none = Actos realizados desde el informe anterior, después del { $date }: no consta ninguno.
draft-act = { $treaty }: { $kind } ({ $date })
draft-votes = Votación de las resoluciones en que se solicita el informe:
draft-vote = Resolución { $number }, de { $date }: { $vote }
draft-last = { $text }.
draft-next = { $text };
draft-earlier = De la respuesta que figura en el documento { $report } ({ $date }), para que el Gobierno la mantenga, modifique o suprima:
vote-in-favour = a favor
vote-against = en contra
vote-abstaining = abstención
