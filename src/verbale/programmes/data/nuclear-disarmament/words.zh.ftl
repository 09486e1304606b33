# The words of the programme nuclear-disarmament in Chinese.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = 裁军事务厅
office-full = 联合国裁军事务厅
office-start = 裁军事务厅
office-of = 裁军事务厅
office-short = 裁军事务厅
office-short-of = 裁军事务厅

report-summary = { $replies ->
    [0] 本报告介绍自上一次报告({ $previous })以来为推动核裁军和不扩散所作的努力。截至最后期限，未收到任何答复。
   *[other] 本报告介绍自上一次报告({ $previous })以来为推动核裁军和不扩散所作的努力，并载有收到的答复。
}
report-summary-first = { $replies ->
    [0] 本报告介绍为推动核裁军和不扩散所作的努力。截至最后期限，未收到任何答复。
   *[other] 本报告介绍为推动核裁军和不扩散所作的努力，并载有收到的答复。
}

intro-icj = 在第{ $number }号决议第{ $paragraph }段中，大会请所有国家向秘书长通报各自为执行该决议和核裁军所作的努力和采取的措施，并请秘书长向大会{ $session }通报这些资料。
intro-nd = 在第{ $number }号决议第{ $paragraph }段中，大会请秘书长向大会{ $session }报告该决议的执行情况。
intro-rnd = 在第{ $number }号决议第{ $paragraph }段中，大会请秘书长加大力度支持可大幅减少核战争风险的七项建议(见A/56/400，第3段)，鼓励会员国考虑召开一次关于消除核危险途径的国际会议，并就此向大会{ $session }提出报告。
