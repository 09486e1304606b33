# The words of notes verbales and reports in Chinese.

label-section-1 = 一.
label-section-2 = 二.
label-section-3 = 三.
label-section-4 = 四.
label-section-5 = 五.
label-section-6 = 六.
label-section-7 = 七.
label-section-8 = 八.
# As it is named in a sentence.
section-number-1 = 一
section-number-2 = 二
section-number-3 = 三
section-number-4 = 四
section-number-5 = 五
section-number-6 = 六
section-number-7 = 七
section-number-8 = 八
label-paragraph = { $number }.
label-item = ({ $letter })

heading-summary = 摘要
heading-introduction = 导言
heading-observations = 意见
heading-replies = 从各国政府收到的资料
heading-report = 秘书长的报告
heading-note = 普通照会
heading-contents = 目录
heading-organisations = 从国际组织收到的资料

# As they stand in the line under the name of a State.
language-ar = 阿拉伯文
language-zh = 中文
language-en = 英文
language-fr = 法文
language-ru = 俄文
language-es = 西班牙文

# Organs, and their sessions in a sentence and in the masthead.
session-numbered = { $session }届会议
session-yearly = { $session }年届会
session-line-yearly = { $session }年届会
organ-general_assembly = 大会
organ-general_assembly-of = 大会
organ-general_assembly-to = 向大会
organ-general_assembly-gender = neuter
organ-security_council = 安全理事会
organ-security_council-of = 安全理事会
organ-security_council-to = 向安全理事会
organ-security_council-gender = neuter
organ-economic_and_social_council = 经济及社会理事会
organ-economic_and_social_council-of = 经济及社会理事会
organ-economic_and_social_council-to = 向经济及社会理事会
organ-economic_and_social_council-gender = neuter
organ-human_rights_council = 人权理事会
organ-human_rights_council-of = 人权理事会
organ-human_rights_council-to = 向人权理事会
organ-human_rights_council-gender = neuter
mission-seat = 联合国

group-member-states = 各会员国常驻{ mission-seat }代表团
group-all-states = 各国常驻{ mission-seat }代表团
group-observers = 各常驻{ mission-seat }观察员代表团
group-organisations = 各政府间组织
group-named = 下列国家常驻{ mission-seat }代表团({ $states })
addressee-organisation = { $name }
addressee-observer = { $of }常驻{ mission-seat }观察员代表团
addressee-state = { $of }常驻{ mission-seat }代表团

invited-member-states = 会员国
invited-all-states = 所有国家
invited-observers = 观察员
invited-organisations = 政府间组织
invited-named = 下列国家({ $states })

resolution-entitled = { $organ }{ $date }题为“{ $title }”的第{ $number }号决议
resolution-number = 第{ $number }号
resolution-bare = { $date }{ $numbers }
resolutions-of = { $organ_of }{ $resolutions }决议
resolutions-of-day = { $organ_of }{ $date }{ $numbers }决议
quoted-title = “{ $title }”
website = { office-of }网站({ $site })
website-bare = { office-of }网站

note-reference = 编号：{ $reference }
note-opening = { office-full }向{ $addressees }致意，并谨提及{ $resolutions }。
note-paragraph = 在第{ $number }号决议第{ $paragraph }段中，{ $organ }“{ $request }”。
note-views = 为使秘书长能够向{ $organ }{ $session }提交报告，{ office-short }谨请{ $organisations ->
    [yes] 各国政府和各组织
    [only] 各组织
   *[no] 各国政府
}至迟于{ $deadline }提出意见。
note-answers = 答复请寄送：{ $ways }。
answer-email = { $where }(电子邮件)
answer-postal = { $where }(邮寄地址)
answer-form = { $where }(在线表格)
answer-telephone = { $where }(电话)
note-language = 答复可以六种正式语文中的任何一种提交，并请同时送交纸质文本和电子文本(微软Word格式)。答复应说明所涉决议。
note-length = 答复不应超过{ $words }字。
note-summary = 如案文较长，报告仅转载不超过{ $summary }字的摘要。
note-web = 除非有关{ $organisations ->
    [yes] 政府或组织
    [only] 组织
   *[no] 政府
}表示反对，全文将在{ office-short-of }网站上公布。
note-web-consent = 经有关{ $organisations ->
    [yes] 政府或组织
    [only] 组织
   *[no] 政府
}同意，全文将在{ office-short-of }网站上公布。
note-late-web = 在{ $deadline }之后收到的答复将仅以来件所用语文在{ office-short-of }网站上公布，报告不印发增编。
note-late-addendum = 在{ $deadline }之后收到的答复将作为报告的增编印发。
note-closing = { office-start }借此机会再次向{ $addressees }致以最崇高的敬意。
note-place = { $date }，纽约
note-reminder = { office-full }向{ $addressee }致意，并谨提及{ office-short-of }{ $date }第{ $reference }号普通照会。
note-reminder-bare = { office-full }向{ $addressee }致意，并谨提及{ office-short-of }{ $date }的普通照会。
note-reminder-asked = { office-start }谨请至迟于{ $deadline }{ $organisation ->
    [yes] 提交答复
   *[no] 提交贵国政府的答复
}。

report-language = Chinese
report-original = Original: { $language }
report-summary = { $replies ->
    [0] 本报告继上一次报告({ $previous })之后提交，涉及{ $titles }。截至最后期限，未收到任何答复。
   *[other] 本报告继上一次报告({ $previous })之后提交，涉及{ $titles }，并载有收到的答复。
}
report-summary-first = { $replies ->
    [0] 本报告涉及{ $titles }。截至最后期限，未收到任何答复。
   *[other] 本报告涉及{ $titles }，并载有收到的答复。
}

intro-submitted = 本报告根据{ $resolutions }提交。
intro-quoted = 第{ $number }号决议第{ $paragraph }段案文如下：“{ $request }”。
intro-other = 在第{ $number }号决议第{ $paragraph }段中，{ $organ }请秘书长向{ $organ }{ $session }提交报告。
intro-note = { $organisations ->
    [yes] { $date }的普通照会邀请{ $addressees }提出意见。截至{ $deadline }收到的答复载于下文第{ $section }和第{ $other }节。
   *[no] { $date }的普通照会邀请{ $addressees }提出意见。截至{ $deadline }收到的答复载于下文第{ $section }节。
}
intro-none = { $date }的普通照会邀请{ $addressees }提出意见。截至{ $deadline }未收到任何答复。
intro-covers = 该普通照会涉及{ $resolutions }决议。
intro-late-web = 在{ $deadline }之后收到的答复仅以来件所用语文在{ $website }上公布。将不印发增编。
intro-late-addendum = 在{ $deadline }之后收到的答复将作为本报告的增编印发。

reply-original = [原件：{ $language }]
reply-date = [{ $date }]
reply-pending = [译文待发。来文所用语文：{ $language }。]
replies-nil = 下列各方表示没有资料可提供：{ $authors }。
reply-on-behalf = { $name }(代表{ $group })
reply-on-web = [全文见{ $website }。]

web-late = 答复于{ $received }收到，晚于截止日期({ $deadline })。以来件所用语文公布，不列入报告({ $report })。
web-full = 答复全文，其摘要载于报告({ $report })。
heading-addendum = 增编
addendum-lead = 本增编载有{ $date }之后收到的资料，作为{ $report }号文件的补充。
instrument-code-gender = neuter
instrument-code-to = 该守则
instrument-code-of = 该守则
instrument-code-object = 该守则
instrument-code-start = 该守则
instrument-code = 该守则
instrument-statute-gender = neuter
instrument-statute-to = 该规约
instrument-statute-of = 该规约
instrument-statute-object = 该规约
instrument-statute-start = 该规约
instrument-statute = 该规约
instrument-agreement-gender = neuter
instrument-agreement-to = 该协定
instrument-agreement-of = 该协定
instrument-agreement-object = 该协定
instrument-agreement-start = 该协定
instrument-agreement = 该协定
instrument-protocol-gender = neuter
instrument-protocol-to = 该议定书
instrument-protocol-of = 该议定书
instrument-protocol-object = 该议定书
instrument-protocol-start = 该议定书
instrument-protocol = 该议定书
instrument-convention-gender = neuter
instrument-convention-to = 该公约
instrument-convention-of = 该公约
instrument-convention-object = 该公约
instrument-convention-start = 该公约
instrument-convention = 该公约
instrument-treaty-gender = neuter
instrument-treaty-to = 该条约
instrument-treaty-of = 该条约
instrument-treaty-object = 该条约
instrument-treaty-start = 该条约
instrument-treaty = 该条约
corrigendum-delete = 删去该案文。
corrigendum-insert = 插入以下案文：
corrigendum-text = 改为：
corrigendum-words = “{ $old }”改为“{ $new }”。
corrigendum-after = { $place }之后
corrigendum-after-place = { $place }之后
corrigendum-of = { $whole }，{ $part }
corrigendum-within = { $whole }，{ $part }
corrigendum-part = 其他文字
corrigendum-note = 脚注{ $number }
corrigendum-item = 第{ $number }段{ $item }
corrigendum-paragraph = 第{ $number }段
corrigendum-section = { $placed ->
    [after] 第{ $number }节标题
   *[start] 第{ $number }节，标题
}
corrigendum-summary = 摘要
corrigendum-title = 标题
heading-corrigendum = 更正

obs-lead = 截至{ $date }，各项条约的状况如下：
obs-lead-events = 截至{ $date }，记录在案的其他情况如下：
obs-item = 《{ $name }》：{ $text }
obs-signed = 已有{ $number }个国家签署{ $instrument_object }
obs-ratified = { $number }个国家{ $acts ->
    [ratified] 批准
    [succeeded] 批准或继承
    [accepted] 批准、接受或核准
   *[both] 批准、接受、核准或继承
}{ $instrument_object }
obs-acceded = { $number }个国家加入{ $instrument_object }
obs-counts = 截至{ $date }，{ $counts }。
obs-in-force = { $instrument }自{ $date }起生效。
obs-until = { $instrument }的有效期至{ $date }。
obs-will = { $instrument }将于{ $date }生效。
obs-not-in-force = { $instrument }尚未生效。
obs-expired = { $instrument }已失效，有效期至{ $date }。
obs-outstanding = { $instrument }尚待下列{ $number }个国家批准方可生效：{ $states }。
obs-suspended = { $states }已暂停适用{ $instrument_object }。
obs-acts = { $date }以来，下列国家{ $kind ->
    [signature] 签署了{ $instrument_object }
    [ratification] 批准了{ $instrument_object }
    [acceptance] 接受了{ $instrument_object }
    [approval] 核准了{ $instrument_object }
    [accession] 加入了{ $instrument_object }
    [succession] 继承了{ $instrument_object }
   *[withdrawal] 撤回了对{ $instrument_object }的批准
}：{ $states }。
obs-act = { $state }({ $date })
obs-meeting = { $name }：{ $text }
obs-held = 于{ $date }举行。
obs-held-between = 于{ $start }至{ $end }举行。
obs-held-in = 于{ $month }举行。
obs-held-year = 于{ $year }年举行。

# 答复草稿。
draft-mark = 草稿。尚未送出。每句话均由贵国政府确认、修改或删除。
pack-mark = 供参考。现有记录，供答复普通照会之用，各项均注明来源；以贵国政府掌握的情况为准。
pack-asked = 根据{ $resolutions }征求答复。
pack-bare = 此处没有{ $of }关于该事项的行动或表决记录。
draft-opening = 谨提供以下关于{ $resolutions }决议的资料，答复{ $date }第{ $reference }号普通照会。
draft-opening-bare = 谨提供以下关于{ $resolutions }决议的资料，答复{ $date }普通照会。
draft-standing = 截至{ $date }参加条约的情况：
draft-since = 上一份报告以来({ $date }以后)采取的行动：
draft-since-none = 上一份报告以来({ $date }以后)采取的行动：没有记录。
draft-act = 《{ $treaty }》：{ $kind }({ $date })
draft-votes = 对要求提交报告的决议的表决：
draft-vote = { $date }第{ $number }号决议：{ $vote }
draft-last = { $text }。
draft-next = { $text }；
draft-earlier = 摘自{ $report }号文件所载答复({ $date })，由贵国政府保留、修改或删除：
vote-in-favour = 赞成
vote-against = 反对
vote-abstaining = 弃权
