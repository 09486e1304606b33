# The words of the programme ecosoc in Arabic.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = إدارة الشؤون الاقتصادية والاجتماعية
office-full = إدارة الشؤون الاقتصادية والاجتماعية
office-start = إدارة الشؤون الاقتصادية والاجتماعية
office-of = إدارة الشؤون الاقتصادية والاجتماعية
office-short = الإدارة
office-short-of = الإدارة
# The gender that verbs and pronouns agree with.
-office = الإدارة
    .gender = feminine
