# The words of the programme ecosoc in Russian.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Департамент по экономическим и социальным вопросам
office-full = Департамент по экономическим и социальным вопросам
office-start = Департамент по экономическим и социальным вопросам
office-of = Департамента по экономическим и социальным вопросам
office-short = Департамент
office-short-of = Департамента
# The gender that verbs and pronouns agree with.
-office = Департамент
    .gender = masculine
