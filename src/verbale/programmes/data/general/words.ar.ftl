# The words of the programme general in Arabic.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = الأمانة العامة
office-full = الأمانة العامة للأمم المتحدة
office-start = الأمانة العامة
office-of = الأمانة العامة
office-short = الأمانة العامة
office-short-of = الأمانة العامة
# The gender that verbs and pronouns agree with.
-office = الأمانة العامة
    .gender = feminine
