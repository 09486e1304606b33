# The words of the programme ecosoc in Chinese.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = 经济和社会事务部
office-full = 联合国经济和社会事务部
office-start = 经济和社会事务部
office-of = 经济和社会事务部
office-short = 经社部
office-short-of = 经社部
