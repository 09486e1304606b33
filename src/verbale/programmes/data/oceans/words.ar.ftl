# The words of the programme oceans in Arabic.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = شعبة شؤون المحيطات وقانون البحار
office-full = شعبة شؤون المحيطات وقانون البحار التابعة لمكتب الشؤون القانونية
office-start = شعبة شؤون المحيطات وقانون البحار
office-of = شعبة شؤون المحيطات وقانون البحار
office-short = الشعبة
office-short-of = الشعبة
# The gender that verbs and pronouns agree with.
-office = الشعبة
    .gender = feminine
