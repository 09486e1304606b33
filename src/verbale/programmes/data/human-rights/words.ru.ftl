# The words of the programme human-rights in Russian.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Управление Верховного комиссара Организации Объединенных Наций по правам человека
office-full = Управление Верховного комиссара Организации Объединенных Наций по правам человека
office-start = Управление Верховного комиссара Организации Объединенных Наций по правам человека
office-of = Управления Верховного комиссара Организации Объединенных Наций по правам человека
office-short = Управление
office-short-of = Управления
mission-seat = при Отделении Организации Объединенных Наций в Женеве
# The gender that verbs and pronouns agree with.
-office = Управление
    .gender = neuter

heading-report = Доклад Управления Верховного комиссара Организации Объединенных Наций по правам человека
note-place = Женева, { $date }
note-views = Для подготовки доклада, который { office-short } должно представить { $organ_to } на { $session }, оно было бы признательно { $organisations ->
    [yes] правительствам и организациям
    [only] организациям
   *[no] правительствам
} за представление ими своих мнений не позднее { $deadline }.
intro-other = В пункте { $paragraph } резолюции { $number } { $organ } { $organ_gender ->
    [feminine] просила { office-other } представить ей
   *[masculine] просил { office-other } представить ему
} доклад на { $session }.
office-other = Управление Верховного комиссара Организации Объединенных Наций по правам человека
