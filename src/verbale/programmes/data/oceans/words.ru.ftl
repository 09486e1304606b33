# The words of the programme oceans in Russian.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Отдел по вопросам океана и морскому праву
office-full = Отдел по вопросам океана и морскому праву Управления по правовым вопросам
office-start = Отдел по вопросам океана и морскому праву
office-of = Отдела по вопросам океана и морскому праву
office-short = Отдел
office-short-of = Отдела
# The gender that verbs and pronouns agree with.
-office = Отдел
    .gender = masculine
