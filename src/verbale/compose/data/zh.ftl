# The words of notes verbales and reports in Chinese.

label-section-1 = 一.
label-section-2 = 二.
label-section-3 = 三.
label-section-4 = 四.
label-paragraph = { $number }.
label-item = ({ $letter })

heading-summary = 摘要
heading-introduction = 导言
heading-observations = 意见
heading-replies = 从各国政府收到的资料
heading-organisations = 从各组织收到的资料
heading-report = 秘书长的报告
heading-note = 普通照会

# As they stand in the line under the name of a State.
language-ar = 阿拉伯文
language-zh = 中文
language-en = 英文
language-fr = 法文
language-ru = 俄文
language-es = 西班牙文

office = 裁军事务厅
secretary-general = 秘书长

group-member-states = 各会员国常驻代表团
group-all-states = 所有国家常驻代表团
group-observers = 各常驻观察员代表团
group-organisations = 各国际组织办事处

invited-member-states = 会员国
invited-all-states = 所有国家
invited-observers = 观察员
invited-organisations = 国际组织

resolution-entitled = 大会{ $date }题为“{ $title }”的第{ $number }号决议
resolution-number = 第{ $number }号
resolution-bare = { $date }{ $numbers }

note-reference = 编号：{ $reference }
note-opening = 联合国裁军事务厅向{ $addressees }致意，并谨提及{ $resolutions }。
note-paragraph = 第{ $number }号决议第{ $paragraph }段案文如下：
note-views = 为使秘书长能够向大会{ $session }届会议提交报告，裁军事务厅谨请各国政府至迟于{ $deadline }提出意见。
note-language = 答复可用六种正式语文中的任何一种，以文本文件连同经签署的原件一并送交。答复应说明所涉决议。
note-length = 答复不应超过{ $words }字。
note-summary = 如案文较长，报告仅转载不超过{ $summary }字的摘要。
note-web = 除非有关政府表示反对，全文将在裁军事务厅网站上公布。
note-web-consent = 经有关政府同意，全文将在裁军事务厅网站上公布。
note-late-web = 在该日期之后收到的答复将仅以来件所用语文在裁军事务厅网站上公布，报告不印发增编。
note-late-addendum = 在该日期之后收到的答复将作为报告的增编印发。
note-closing = 裁军事务厅借此机会再次向{ $addressees }致以最崇高的敬意。
note-place = { $date }，纽约
note-reminder = 联合国裁军事务厅向{ $state }常驻代表团致意，并提及裁军事务厅{ $date }第{ $reference }号普通照会。裁军事务厅仍期待在{ $deadline }之前收到贵国政府的答复。

report-language = Chinese
report-original = Original: { $language }
report-summary = 本报告介绍自上一次报告({ $previous })以来在核裁军和不扩散方面开展的工作，并载有各国政府提交的答复。
report-summary-first = 本报告介绍在核裁军和不扩散方面开展的工作，并载有各国政府提交的答复。

intro-submitted = 本报告根据大会{ $resolutions }决议提交。
intro-icj = 在第{ $number }号决议第{ $paragraph }段中，大会请所有国家向秘书长通报各自为执行该决议和实现核裁军所做的工作，并请秘书长向大会{ $session }届会议通报这些资料。
intro-nd = 在第{ $number }号决议第{ $paragraph }段中，大会请秘书长向大会{ $session }届会议报告该决议的执行情况。
intro-rnd = 在第{ $number }号决议第{ $paragraph }段中，大会请秘书长加大力度支持可大幅减少核战争风险的七项建议(见A/56/400，第3段)，鼓励会员国考虑召开一次关于消除核危险途径的国际会议，并就此向大会{ $session }届会议提出报告。
intro-other = 在第{ $number }号决议第{ $paragraph }段中，大会请秘书长向大会{ $session }届会议提交报告。
intro-note = { $date }的普通照会邀请{ $addressees }提出意见。截至{ $deadline }收到的答复载于下文第三节。
intro-none = { $date }的普通照会邀请{ $addressees }提出意见。截至{ $deadline }未收到任何答复。
intro-covers = 该普通照会涉及{ $resolutions }决议。
intro-late-web = 在该日期之后收到的答复仅以来件所用语文在裁军事务厅网站(www.un.org/disarmament)上公布。将不印发增编。
intro-late-addendum = 在该日期之后收到的答复将作为本报告的增编印发。

reply-original = [原件：{ $language }]
reply-date = [{ $date }]
reply-pending = [译文待备。来文所用语文：{ $language }。]
replies-nil = 下列各方表示没有资料可提供：{ $authors }。
reply-on-behalf = { $name }（代表{ $group }）
reply-on-web = [全文见裁军事务厅网站。]

web-late = 答复于{ $received }收到，晚于截止日期({ $deadline })。以来件所用语文公布，不列入报告({ $report })。
web-full = 答复全文，其摘要载于报告({ $report })。
heading-addendum = 增编
addendum-lead = 本增编以从各国政府收到的资料补充报告({ $report })。

obs-lead = 自上一次报告({ $previous })以来，截至{ $date }，保存人登记的情况如下：
obs-lead-first = 截至{ $date }，保存人登记的情况如下：
obs-item = 《{ $treaty }》：{ $told }
obs-signed = { $number }个国家签署
obs-ratified = { $number }个国家批准
obs-acceded = { $number }个国家加入
obs-counts = 截至{ $date }，{ $counts }。
obs-in-force = 自{ $date }起生效。
obs-until = 有效期至{ $date }。
obs-will = 将于{ $date }生效。
obs-not-in-force = 尚未生效。
obs-outstanding = 尚待{ $number }个国家批准方可生效：{ $states }。
obs-suspended = 暂停适用：{ $states }。
obs-acts = { $date }以来{ $kind }：{ $states }。
obs-act = { $state }({ $date })

# 答复草稿。
draft-mark = 草稿。尚未送出。每句话由政府确认、修改或删除。
pack-mark = 供参考。现有记录，供答复普通照会之用，各项均注明来源；以贵国政府掌握的情况为准。
draft-opening = 谨提供以下资料，答复{ $date }第{ $reference }号普通照会。决议：{ $resolutions }。
draft-opening-bare = 谨提供以下资料，答复{ $date }普通照会。决议：{ $resolutions }。
draft-standing = 截至{ $date }参加条约的情况：
draft-since = 上一份报告以来({ $date }以后)采取的行动：
draft-since-none = 上一份报告以来({ $date }以后)采取的行动：没有记录。
draft-act = { $treaty }：{ $kind }({ $date })；
draft-votes = 对要求提交报告的决议的表决：
draft-vote = { $date }第{ $number }号决议：{ $vote }；
draft-earlier = 摘自{ $report }号文件所载答复({ $date })，由政府保留、修改或删除：
vote-in-favour = 赞成
vote-against = 反对
vote-abstaining = 弃权
