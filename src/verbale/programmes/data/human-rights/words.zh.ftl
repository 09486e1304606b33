# The words of the programme human-rights in Chinese.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = 联合国人权事务高级专员办事处
office-full = 联合国人权事务高级专员办事处
office-start = 联合国人权事务高级专员办事处
office-of = 联合国人权事务高级专员办事处
office-short = 人权高专办
office-short-of = 人权高专办
mission-seat = 联合国日内瓦办事处

heading-report = 联合国人权事务高级专员办事处的报告
note-place = { $date }，日内瓦
note-views = 为编写将向{ $organ }{ $session }提交的报告，{ office-short }谨请{ $organisations ->
    [yes] 各国政府和各组织
    [only] 各组织
   *[no] 各国政府
}至迟于{ $deadline }提出意见。
intro-other = 在第{ $number }号决议第{ $paragraph }段中，{ $organ }请{ office-other }向{ $organ }{ $session }提交报告。
office-other = 联合国人权事务高级专员办事处
