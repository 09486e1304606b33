# The words of the programme oceans in Chinese.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = 海洋事务和海洋法司
office-full = 联合国法律事务厅海洋事务和海洋法司
office-start = 海洋事务和海洋法司
office-of = 海洋事务和海洋法司
office-short = 海洋事务和海洋法司
office-short-of = 海洋事务和海洋法司
