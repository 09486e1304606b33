# The words of the programme general in Chinese.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = 秘书处
office-full = 联合国秘书处
office-start = 秘书处
office-of = 秘书处
office-short = 秘书处
office-short-of = 秘书处
