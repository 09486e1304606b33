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

group-member-states = постоянным представительствам государств-членов
group-all-states = постоянным представительствам всех государств
group-observers = постоянным представительствам наблюдателей
group-organisations = отделениям международных организаций
group-named = постоянным представительствам следующих государств ({ $states })

invited-member-states = государствам-членам
invited-all-states = всем государствам
invited-observers = наблюдателям
invited-organisations = международным организациям
invited-named = следующим государствам ({ $states })

resolution-entitled = резолюцию { $number } { $organ_of } от { $date }, озаглавленную «{ $title }»
resolution-number = { $number }
resolution-bare = { $numbers } от { $date }
resolutions-of = { $count ->
    [one] резолюции { $organ_of } { $resolutions }
   *[other] резолюций { $organ_of } { $resolutions }
}
quoted-title = «{ $title }»
website = веб-сайте { office-of } ({ $site })
website-bare = веб-сайте { office-of }

note-reference = Ссылка: { $reference }
note-opening = { office-full } свидетельствует свое уважение { $addressees } и имеет честь сослаться на { $resolutions }.
note-paragraph = Пункт { $paragraph } резолюции { $number } гласит:
note-views = С тем чтобы Генеральный секретарь мог представить доклад { $organ_to } на { $session }, { office-short } { -office.gender ->
    [masculine] был бы признателен
    [feminine] была бы признательна
   *[neuter] было бы признательно
} { $organisations ->
    [yes] правительствам и международным организациям
   *[no] правительствам
} за представление своих мнений не позднее { $deadline }.
note-answers = Ответы следует направлять по следующему адресу: { $ways }.
answer-email = { $where } (электронная почта)
answer-postal = { $where } (почтовый адрес)
answer-form = { $where } (электронная форма)
answer-telephone = { $where } (телефон)
note-language = Ответы могут быть направлены на любом из шести официальных языков в виде текстового файла вместе с подписанным подлинником. В ответе следует указать резолюцию, к которой он относится.
note-length = { $count ->
    [one] Объем ответа не должен превышать { $words } слова.
   *[other] Объем ответа не должен превышать { $words } слов.
}
note-summary = { $count ->
    [one] Если направляется более длинный текст, в докладе воспроизводится резюме объемом не более { $summary } слова.
   *[other] Если направляется более длинный текст, в докладе воспроизводится резюме объемом не более { $summary } слов.
}
note-web = Полный текст размещается на веб-сайте { office-short-of }, если правительство не возражает.
note-web-consent = Полный текст размещается на веб-сайте { office-short-of } с согласия правительства.
note-late-web = Ответы, полученные после этой даты, будут размещены только на веб-сайте { office-short-of } на том языке, на котором они получены; добавления к докладу издаваться не будут.
note-late-addendum = Ответы, полученные после этой даты, будут изданы в виде добавлений к докладу.
note-closing = { office-start } пользуется настоящей возможностью, чтобы возобновить { $addressees } уверения в своем самом высоком уважении.
note-place = Нью-Йорк, { $date }
note-reminder = { office-full } свидетельствует свое уважение Постоянному представительству ({ $state }) и напоминает о своей вербальной ноте { $reference } от { $date }. Ответ правительства ожидается до { $deadline } включительно.
note-reminder-bare = { office-full } свидетельствует свое уважение Постоянному представительству ({ $state }) и напоминает о своей вербальной ноте от { $date }. Ответ правительства ожидается до { $deadline } включительно.

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
intro-late-web = Ответы, полученные после этой даты, размещаются только на { $website } на том языке, на котором они получены. Добавления издаваться не будут.
intro-late-addendum = Ответы, полученные после этой даты, будут изданы в виде добавлений к настоящему докладу.

reply-original = [Подлинный текст на { $language } языке]
reply-date = [{ $date }]
reply-pending = [Перевод готовится. Текст получен на { $language } языке.]
replies-nil = О том, что они не располагают информацией для представления, сообщили: { $authors }.
reply-on-behalf = { $name } (от имени: { $group })
reply-on-web = [Полный текст размещен на { $website }.]

web-late = Ответ получен { $received }, после установленного срока ({ $deadline }). Размещается на языке, на котором он получен; в доклад ({ $report }) не входит.
web-full = Полный текст ответа, краткое изложение которого содержится в докладе ({ $report }).
heading-addendum = Добавление
addendum-lead = Настоящее добавление дополняет доклад ({ $report }) информацией, полученной от правительств.

obs-lead = За период после предыдущего доклада ({ $previous }) депозитарии зарегистрировали следующее, по состоянию на { $date }:
obs-lead-first = Депозитарии зарегистрировали следующее, по состоянию на { $date }:
obs-item = { $treaty }: { $told }
obs-signed = { $count ->
    [one] { $number } государство подписало
    [few] { $number } государства подписали
   *[many] { $number } государств подписали
}
obs-ratified = { $count ->
    [one] { $number } государство ратифицировало
    [few] { $number } государства ратифицировали
   *[many] { $number } государств ратифицировали
}
obs-acceded = { $count ->
    [one] { $number } государство присоединилось
    [few] { $number } государства присоединились
   *[many] { $number } государств присоединились
}
obs-counts = по состоянию на { $date } { $counts }.
obs-in-force = Вступление в силу: { $date }.
obs-until = Срок действия: до { $date } включительно.
obs-will = Вступает в силу { $date }.
obs-not-in-force = В силу не вступил.
obs-outstanding = { $count ->
    [one] Для вступления в силу необходима ратификация еще { $number } государством: { $states }.
   *[other] Для вступления в силу необходима ратификация еще { $number } государствами: { $states }.
}
obs-suspended = Действие приостановлено ({ $states }).
obs-acts = После { $date } — { $kind }: { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $meeting }: { $told }
obs-held = Дата проведения: { $date }.
obs-held-between = Сроки проведения: с { $start } по { $end }.
obs-held-in = Время проведения: { $month }.
obs-held-year = Время проведения: { $year } год.

# Проект ответа.
draft-mark = ПРОЕКТ. Не направлен. Каждое предложение подтверждает, изменяет или снимает правительство.
pack-mark = ДЛЯ СВЕДЕНИЯ. Имеющиеся данные для ответа на вербальную ноту, каждый пункт с указанием источника; уточнения вносит правительство.
pack-asked = Ответы запрашиваются во исполнение { $resolutions }.
pack-bare = Здесь не зарегистрировано ни актов, ни голосований по этому вопросу ({ $state }).
draft-opening = Нижеследующая информация представляется в ответ на вербальную ноту { $reference } от { $date }. Резолюции: { $resolutions }.
draft-opening-bare = Нижеследующая информация представляется в ответ на вербальную ноту от { $date }. Резолюции: { $resolutions }.
draft-standing = Участие в договорах по состоянию на { $date }:
draft-since = Действия со времени представления предыдущего доклада, после { $date }:
draft-since-none = Действия со времени представления предыдущего доклада, после { $date }: не зарегистрированы.
draft-act = { $treaty }: { $kind } ({ $date });
draft-votes = Голосование по резолюциям, в которых запрашивается доклад:
draft-vote = Резолюция { $number } от { $date }: { $vote };
draft-earlier = Из ответа, содержащегося в документе { $report } ({ $date }); правительство может сохранить, изменить или снять этот текст:
vote-in-favour = за
vote-against = против
vote-abstaining = воздержание
