# The words of notes verbales and reports in Russian.

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

heading-summary = Резюме
heading-introduction = Введение
heading-observations = Замечания
heading-replies = Информация, полученная от правительств
heading-report = Доклад Генерального секретаря
heading-note = Вербальная нота
heading-contents = Содержание
heading-organisations = Информация, полученная от международных организаций

# As they stand in the line under the name of a State.
language-ar = арабском
language-zh = китайском
language-en = английском
language-fr = французском
language-ru = русском
language-es = испанском

# Organs, and their sessions in a sentence and in the masthead.
session-numbered = { $organ_gender ->
    [feminine] ее
   *[masculine] его
} { $session } сессии
session-yearly = { $organ_gender ->
    [feminine] ее
   *[masculine] его
} сессии { $session } года
session-line-yearly = Сессия { $session } года
organ-general_assembly = Генеральная Ассамблея
organ-general_assembly-of = Генеральной Ассамблеи
organ-general_assembly-to = Генеральной Ассамблее
organ-general_assembly-gender = feminine
organ-security_council = Совет Безопасности
organ-security_council-of = Совета Безопасности
organ-security_council-to = Совету Безопасности
organ-security_council-gender = masculine
organ-economic_and_social_council = Экономический и Социальный Совет
organ-economic_and_social_council-of = Экономического и Социального Совета
organ-economic_and_social_council-to = Экономическому и Социальному Совету
organ-economic_and_social_council-gender = masculine
organ-human_rights_council = Совет по правам человека
organ-human_rights_council-of = Совета по правам человека
organ-human_rights_council-to = Совету по правам человека
organ-human_rights_council-gender = masculine
mission-seat = при Организации Объединенных Наций

group-member-states = постоянным представительствам государств-членов { mission-seat }
group-all-states = постоянным представительствам всех государств { mission-seat }
group-observers = постоянным миссиям наблюдателей { mission-seat }
group-organisations = межправительственным организациям
group-named = постоянным представительствам следующих государств { mission-seat } ({ $states })
addressee-organisation = следующей организации ({ $name })
addressee-observer = Постоянной миссии наблюдателя { $of } { mission-seat }
addressee-state = Постоянному представительству { $of } { mission-seat }

invited-member-states = государствам-членам
invited-all-states = всем государствам
invited-observers = наблюдателям
invited-organisations = межправительственным организациям
invited-named = следующим государствам ({ $states })

resolution-entitled = резолюцию { $number } { $organ_of } от { $date }, озаглавленную «{ $title }»
resolution-number = { $number }
resolution-bare = { $numbers } от { $date }
resolutions-of = { $count ->
    [one] резолюции { $organ_of } { $resolutions }
   *[other] резолюций { $organ_of } { $resolutions }
}
resolutions-of-day = { $count ->
    [1] резолюции { $numbers } { $organ_of } от { $date }
   *[other] резолюций { $numbers } { $organ_of } от { $date }
}
quoted-title = «{ $title }»
website = веб-сайте { office-of } ({ $site })
website-bare = веб-сайте { office-of }

note-reference = Ссылка: { $reference }
note-opening = { office-full } свидетельствует свое уважение { $addressees } и имеет честь сослаться на { $resolutions }.
note-paragraph = В пункте { $paragraph } резолюции { $number } { $organ }: «{ $request }».
note-views = С тем чтобы Генеральный секретарь мог представить доклад { $organ_to } на { $session }, { office-short } { -office.gender ->
    [masculine] был бы признателен
    [feminine] была бы признательна
   *[neuter] было бы признательно
} { $organisations ->
    [yes] правительствам и организациям
    [only] организациям
   *[no] правительствам
} за представление ими своих мнений не позднее { $deadline }.
note-answers = Ответы следует направлять по { $count ->
    [1] следующему адресу
   *[other] следующим адресам
}: { $ways }.
answer-email = { $where } (электронная почта)
answer-postal = { $where } (почтовый адрес)
answer-form = { $where } (электронная форма)
answer-telephone = { $where } (телефон)
note-language = Ответы могут быть представлены на любом из шести официальных языков; их следует направлять как в печатном, так и в электронном виде (в формате Microsoft Word). В ответах следует указывать резолюцию, к которой они относятся.
note-length = { $count ->
    [one] Объем ответа не должен превышать { $words } слова.
   *[other] Объем ответа не должен превышать { $words } слов.
}
note-summary = { $count ->
    [one] Если направляется более длинный текст, в докладе воспроизводится резюме объемом не более { $summary } слова.
   *[other] Если направляется более длинный текст, в докладе воспроизводится резюме объемом не более { $summary } слов.
}
note-web = Полный текст размещается на веб-сайте { office-short-of }, если { $organisations ->
    [yes] соответствующее правительство или соответствующая организация
    [only] организация
   *[no] правительство
} не возражает.
note-web-consent = Полный текст размещается на веб-сайте { office-short-of } с согласия { $organisations ->
    [yes] соответствующего правительства или соответствующей организации
    [only] организации
   *[no] правительства
}.
note-late-web = Ответы, полученные после { $deadline }, будут размещены только на веб-сайте { office-short-of } на том языке, на котором они получены; добавления к докладу издаваться не будут.
note-late-addendum = Ответы, полученные после { $deadline }, будут изданы в виде добавлений к докладу.
note-closing = { office-start } пользуется настоящей возможностью, чтобы возобновить { $addressees } уверения в своем самом высоком уважении.
note-place = Нью-Йорк, { $date }
note-reminder = { office-full } свидетельствует свое уважение { $addressee } и имеет честь напомнить о своей вербальной ноте { $reference } от { $date }.
note-reminder-bare = { office-full } свидетельствует свое уважение { $addressee } и имеет честь напомнить о своей вербальной ноте от { $date }.
note-reminder-asked = { office-start } просит представить { $organisation ->
    [yes] ответ
   *[no] ответ правительства
} не позднее { $deadline }.

report-language = Russian
report-original = Original: { $language }
report-summary = { $replies ->
    [0] Настоящий доклад, являющийся продолжением предыдущего доклада ({ $previous }), посвящен { $count ->
        [one] следующему вопросу
       *[other] следующим вопросам
    }: { $titles }. К установленному сроку ответов получено не было.
   *[other] Настоящий доклад, являющийся продолжением предыдущего доклада ({ $previous }), посвящен { $count ->
        [one] следующему вопросу
       *[other] следующим вопросам
    }: { $titles }. В нем приводятся полученные ответы.
}
report-summary-first = { $replies ->
    [0] Настоящий доклад посвящен { $count ->
        [one] следующему вопросу
       *[other] следующим вопросам
    }: { $titles }. К установленному сроку ответов получено не было.
   *[other] Настоящий доклад посвящен { $count ->
        [one] следующему вопросу
       *[other] следующим вопросам
    }: { $titles }. В нем приводятся полученные ответы.
}

intro-submitted = Настоящий доклад представляется во исполнение { $resolutions }.
intro-quoted = Пункт { $paragraph } резолюции { $number } гласит: «{ $request }».
intro-other = В пункте { $paragraph } резолюции { $number } { $organ } { $organ_gender ->
    [feminine] просила Генерального секретаря представить ей
   *[masculine] просил Генерального секретаря представить ему
} доклад на { $session }.
intro-note = { $organisations ->
    [yes] В вербальной ноте от { $date } { $addressees } было предложено представить свои мнения. Ответы, полученные по состоянию на { $deadline }, воспроизводятся в разделах { $section } и { $other } ниже.
   *[no] В вербальной ноте от { $date } { $addressees } было предложено представить свои мнения. Ответы, полученные по состоянию на { $deadline }, воспроизводятся в разделе { $section } ниже.
}
intro-none = В вербальной ноте от { $date } { $addressees } было предложено представить свои мнения. По состоянию на { $deadline } ответов получено не было.
intro-covers = { $count ->
    [one] Вербальная нота касалась резолюции { $resolutions }.
   *[other] Вербальная нота касалась резолюций { $resolutions }.
}
intro-late-web = Ответы, полученные после { $deadline }, размещаются только на { $website } на том языке, на котором они получены. Добавления издаваться не будут.
intro-late-addendum = Ответы, полученные после { $deadline }, будут изданы в виде добавлений к настоящему докладу.

reply-original = [Подлинный текст на { $language } языке]
reply-date = [{ $date }]
reply-pending = [Перевод готовится. Текст получен на { $language } языке.]
replies-nil = { $count ->
    [1] О том, что он не располагает информацией для представления, сообщил следующий автор: { $authors }.
   *[other] О том, что они не располагают информацией для представления, сообщили следующие авторы: { $authors }.
}
reply-on-behalf = { $name } (от имени: { $group })
reply-on-web = [Полный текст размещен на { $website }.]

web-late = Ответ получен { $received }, после установленного срока ({ $deadline }). Размещается на языке, на котором он получен; в доклад ({ $report }) не входит.
web-full = Полный текст ответа, краткое изложение которого содержится в докладе ({ $report }).
heading-addendum = Добавление
addendum-lead = В настоящем добавлении, дополняющем доклад ({ $report }), содержится информация, полученная после { $date }.
instrument-code-gender = masculine
instrument-code-to = к Кодексу
instrument-code-of = Кодекса
instrument-code-object = Кодекс
instrument-code-start = Кодекс
instrument-code = Кодекс
instrument-statute-gender = masculine
instrument-statute-to = к Статуту
instrument-statute-of = Статута
instrument-statute-object = Статут
instrument-statute-start = Статут
instrument-statute = Статут
instrument-agreement-gender = neuter
instrument-agreement-to = к Соглашению
instrument-agreement-of = Соглашения
instrument-agreement-object = Соглашение
instrument-agreement-start = Соглашение
instrument-agreement = Соглашение
instrument-protocol-gender = masculine
instrument-protocol-to = к Протоколу
instrument-protocol-of = Протокола
instrument-protocol-object = Протокол
instrument-protocol-start = Протокол
instrument-protocol = Протокол
instrument-convention-gender = feminine
instrument-convention-to = к Конвенции
instrument-convention-of = Конвенции
instrument-convention-object = Конвенцию
instrument-convention-start = Конвенция
instrument-convention = Конвенция
instrument-treaty-gender = masculine
instrument-treaty-to = к Договору
instrument-treaty-of = Договора
instrument-treaty-object = Договор
instrument-treaty-start = Договор
instrument-treaty = Договор
corrigendum-delete = Исключить текст.
corrigendum-insert = Включить следующий текст:
corrigendum-text = Текст следует читать:
corrigendum-words = Вместо «{ $old }» читать «{ $new }».
corrigendum-after = После следующего текста: { $place }
corrigendum-after-place = После { $place }
corrigendum-of = { $part } ({ $whole })
corrigendum-within = { $whole }, { $part }
corrigendum-part = { $placed ->
    [inside] прочий текст
    [after] прочего текста
   *[start] Прочий текст
}
corrigendum-note = { $placed ->
    [inside] сноска
    [after] сноски
   *[start] Сноска
} { $number }
corrigendum-item = { $placed ->
    [inside] пункт
    [after] пункта
   *[start] Пункт
} { $number } { $item }
corrigendum-paragraph = { $placed ->
    [inside] пункт
    [after] пункта
   *[start] Пункт
} { $number }
corrigendum-section = { $placed ->
    [inside] раздел { $number }, заголовок
    [after] заголовка раздела { $number }
   *[start] Раздел { $number }, заголовок
}
corrigendum-summary = { $placed ->
    [inside] резюме
    [after] резюме
   *[start] Резюме
}
corrigendum-title = { $placed ->
    [inside] название
    [after] названия
   *[start] Название
}
heading-corrigendum = Исправление

obs-lead = По состоянию на { $date } статус договоров был следующим:
obs-lead-events = По состоянию на { $date } зарегистрировано также следующее:
obs-item = { $name }. { $text }
obs-signed = { $instrument_object } { $count ->
    [one] подписало { $number } государство
    [few] подписали { $number } государства
   *[many] подписали { $number } государств
}
obs-ratified = { $count ->
    [one] { $number } государство
    [few] { $number } государства
   *[many] { $number } государств
} { $acts ->
    [ratified] { $count ->
        [one] ратифицировало
       *[other] ратифицировали
    } { $instrument_gender ->
        [feminine] ее
       *[masculine] его
    }
    [succeeded] { $count ->
        [one] ратифицировало
       *[other] ратифицировали
    } { $instrument_gender ->
        [feminine] ее
       *[masculine] его
    } или { $count ->
        [one] стало
       *[other] стали
    } { $instrument_gender ->
        [feminine] ее
       *[masculine] его
    } { $count ->
        [one] участником
       *[other] участниками
    } в порядке правопреемства
    [accepted] { $count ->
        [one] ратифицировало, приняло или утвердило
       *[other] ратифицировали, приняли или утвердили
    } { $instrument_gender ->
        [feminine] ее
       *[masculine] его
    }
   *[both] { $count ->
        [one] ратифицировало, приняло или утвердило
       *[other] ратифицировали, приняли или утвердили
    } { $instrument_gender ->
        [feminine] ее
       *[masculine] его
    } или { $count ->
        [one] стало
       *[other] стали
    } { $instrument_gender ->
        [feminine] ее
       *[masculine] его
    } { $count ->
        [one] участником
       *[other] участниками
    } в порядке правопреемства
}
obs-acceded = { $count ->
    [one] { $number } государство присоединилось
    [few] { $number } государства присоединились
   *[many] { $number } государств присоединились
} к { $instrument_gender ->
    [feminine] ней
   *[masculine] нему
}
obs-counts = По состоянию на { $date } { $counts }.
obs-in-force = { $instrument_start } действует с { $date }.
obs-until = { $instrument_start } действует до { $date } включительно.
obs-will = { $instrument_start } вступит в силу { $date }.
obs-not-in-force = { $instrument_start } не { $instrument_gender ->
    [feminine] вступила
    [neuter] вступило
   *[masculine] вступил
} в силу.
obs-expired = { $instrument_start } { $instrument_gender ->
    [feminine] утратила
    [neuter] утратило
   *[masculine] утратил
} силу; срок { $instrument_gender ->
    [feminine] ее
   *[masculine] его
} действия истек { $date }.
obs-outstanding = Для вступления { $instrument_of } в силу необходима { $instrument_gender ->
    [feminine] ее
   *[masculine] его
} ратификация { $count ->
    [1] следующим государством
    [2] следующими двумя государствами
    [3] следующими тремя государствами
    [4] следующими четырьмя государствами
    [5] следующими пятью государствами
    [6] следующими шестью государствами
    [7] следующими семью государствами
    [8] следующими восемью государствами
    [9] следующими девятью государствами
    [one] следующим { $number } государством
   *[other] следующими { $number } государствами
}: { $states }.
obs-suspended = Действие { $instrument_of } приостановлено { $states }.
obs-acts = После { $date } { $kind ->
    [signature] { $instrument_object } { $count ->
        [1] подписало
       *[other] подписали
    }
    [ratification] { $instrument_object } { $count ->
        [1] ратифицировало
       *[other] ратифицировали
    }
    [acceptance] { $instrument_object } { $count ->
        [1] приняло
       *[other] приняли
    }
    [approval] { $instrument_object } { $count ->
        [1] утвердило
       *[other] утвердили
    }
    [accession] { $instrument_to } { $count ->
        [1] присоединилось
       *[other] присоединились
    }
    [succession] { $count ->
        [1] участником { $instrument_of } в порядке правопреемства стало
       *[other] участниками { $instrument_of } в порядке правопреемства стали
    }
   *[withdrawal] { $count ->
        [1] свою ратификацию { $instrument_of } отозвало
       *[other] свою ратификацию { $instrument_of } отозвали
    }
} { $count ->
    [1] следующее государство
   *[other] следующие государства
}: { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $name }. { $text }
obs-held = Дата проведения: { $date }.
obs-held-between = Сроки проведения: с { $start } по { $end }.
obs-held-in = Время проведения: { $month }.
obs-held-year = Время проведения: { $year } год.

# Проект ответа.
draft-mark = ПРОЕКТ. Не направлен. Каждое предложение подлежит подтверждению, изменению или исключению правительством.
pack-mark = ДЛЯ СВЕДЕНИЯ. Имеющиеся данные для ответа на вербальную ноту, каждый пункт с указанием источника, с учетом уточнений правительства.
pack-asked = Ответы запрашиваются во исполнение { $resolutions }.
pack-bare = Здесь не зарегистрировано ни актов, ни голосований { $of } по этому вопросу.
draft-opening = Нижеследующая информация по { $count ->
    [1] резолюции
   *[other] резолюциям
} { $resolutions } представляется в ответ на вербальную ноту { $reference } от { $date }.
draft-opening-bare = Нижеследующая информация по { $count ->
    [1] резолюции
   *[other] резолюциям
} { $resolutions } представляется в ответ на вербальную ноту от { $date }.
draft-standing = Участие в договорах по состоянию на { $date }:
draft-since = Действия со времени представления предыдущего доклада, после { $date }:
draft-since-none = Действия со времени представления предыдущего доклада, после { $date }: не зарегистрированы.
draft-act = { $treaty }: { $kind } ({ $date })
draft-votes = Голосование по резолюциям, в которых запрашивается доклад:
draft-vote = Резолюция { $number } от { $date }: { $vote }
draft-last = { $text }.
draft-next = { $text };
draft-earlier = Из ответа, содержащегося в документе { $report } ({ $date }); правительство может сохранить, изменить или исключить этот текст:
vote-in-favour = за
vote-against = против
vote-abstaining = воздержался при голосовании
