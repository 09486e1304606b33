# The words of the programme general in Russian.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Секретариат
office-full = Секретариат Организации Объединенных Наций
office-start = Секретариат
office-of = Секретариата
office-short = Секретариат
office-short-of = Секретариата
# The gender that verbs and pronouns agree with.
-office = Секретариат
    .gender = masculine
