# The words of notes verbales and reports in Arabic.

label-section-1 = أولا -
label-section-2 = ثانيا -
label-section-3 = ثالثا -
label-section-4 = رابعا -
label-section-5 = خامسا -
label-section-6 = سادسا -
label-section-7 = سابعا -
label-section-8 = ثامنا -
# As it is named in a sentence.
section-number-1 = الأول
section-number-2 = الثاني
section-number-3 = الثالث
section-number-4 = الرابع
section-number-5 = الخامس
section-number-6 = السادس
section-number-7 = السابع
section-number-8 = الثامن
label-paragraph = { $number } -
label-item = ({ $letter })

heading-summary = موجز
heading-introduction = مقدمة
heading-observations = ملاحظات
heading-replies = المعلومات الواردة من الحكومات
heading-report = تقرير الأمين العام
heading-note = مذكرة شفوية
heading-contents = المحتويات
heading-organisations = المعلومات الواردة من المنظمات الدولية

# As they stand in the line under the name of a State.
language-ar = بالعربية
language-zh = بالصينية
language-en = بالإنكليزية
language-fr = بالفرنسية
language-ru = بالروسية
language-es = بالإسبانية

# Organs, and their sessions in a sentence and in the masthead.
session-numbered = { $organ_gender ->
    [feminine] دورتها
   *[masculine] دورته
} { $session }
session-yearly = { $organ_gender ->
    [feminine] دورتها
   *[masculine] دورته
} لعام { $session }
session-line-yearly = دورة عام { $session }
organ-general_assembly = الجمعية العامة
organ-general_assembly-of = الجمعية العامة
organ-general_assembly-to = إلى الجمعية العامة
organ-general_assembly-gender = feminine
organ-security_council = مجلس الأمن
organ-security_council-of = مجلس الأمن
organ-security_council-to = إلى مجلس الأمن
organ-security_council-gender = masculine
organ-economic_and_social_council = المجلس الاقتصادي والاجتماعي
organ-economic_and_social_council-of = المجلس الاقتصادي والاجتماعي
organ-economic_and_social_council-to = إلى المجلس الاقتصادي والاجتماعي
organ-economic_and_social_council-gender = masculine
organ-human_rights_council = مجلس حقوق الإنسان
organ-human_rights_council-of = مجلس حقوق الإنسان
organ-human_rights_council-to = إلى مجلس حقوق الإنسان
organ-human_rights_council-gender = masculine
mission-seat = لدى الأمم المتحدة

group-member-states = البعثات الدائمة للدول الأعضاء { mission-seat }
group-all-states = البعثات الدائمة لجميع الدول { mission-seat }
group-observers = البعثات المراقبة الدائمة { mission-seat }
group-organisations = المنظمات الحكومية الدولية
group-named = البعثات الدائمة { mission-seat } للدول التالية ({ $states })
addressee-organisation = المنظمة التالية ({ $name })
addressee-observer = البعثة المراقبة الدائمة { $of } { mission-seat }
addressee-state = البعثة الدائمة { $of } { mission-seat }

invited-member-states = الدول الأعضاء
invited-all-states = جميع الدول
invited-observers = المراقبين
invited-organisations = المنظمات الحكومية الدولية
invited-named = الدول التالية ({ $states })

resolution-entitled = قرار { $organ_of } { $number } المؤرخ { $date }، المعنون ”{ $title }“
resolution-number = { $number }
resolution-bare = { $count ->
    [one] { $numbers } المؤرخ { $date }
    [two] { $numbers } المؤرخين { $date }
   *[other] { $numbers } المؤرخة { $date }
}
resolutions-of = { $count ->
    [one] بقرار { $organ_of } { $resolutions }
    [two] بقراري { $organ_of } { $resolutions }
   *[other] بقرارات { $organ_of } { $resolutions }
}
resolutions-of-day = { $count ->
    [one] بقرار { $organ_of } { $numbers } المؤرخ { $date }
    [two] بقراري { $organ_of } { $numbers } المؤرخين { $date }
   *[other] بقرارات { $organ_of } { $numbers } المؤرخة { $date }
}
quoted-title = ”{ $title }“
website = موقع { office-of } على الإنترنت ({ $site })
website-bare = موقع { office-of } على الإنترنت

note-reference = المرجع: { $reference }
note-opening = { -office.gender ->
    [feminine] تهدي { office-full } تحياتها إلى { $addressees }، وتتشرف بأن تشير إلى { $resolutions }.
   *[masculine] يهدي { office-full } تحياته إلى { $addressees }، ويتشرف بأن يشير إلى { $resolutions }.
}
note-paragraph = وفي الفقرة { $paragraph } من القرار { $number }، فإن { $organ }: ”{ $request }“.
note-views = وليتمكن الأمين العام من تقديم تقريره { $organ_to } في { $session }، { -office.gender ->
    [feminine] ستكون { office-short } ممتنة
   *[masculine] سيكون { office-short } ممتنا
} { $organisations ->
    [yes] لتلقي آراء الحكومات والمنظمات
    [only] لتلقي آراء المنظمات
   *[no] لتلقي آراء الحكومات
} في موعد أقصاه { $deadline }.
note-answers = وترسل الردود إلى { $count ->
    [one] العنوان التالي
    [two] العنوانين التاليين
   *[other] العناوين التالية
}: { $ways }.
answer-email = { $where } (البريد الإلكتروني)
answer-postal = { $where } (العنوان البريدي)
answer-form = { $where } (الاستمارة الإلكترونية)
answer-telephone = { $where } (الهاتف)
note-language = ويجوز تقديم الردود بأي من اللغات الرسمية الست، وينبغي إرسالها في نسخة ورقية وبالوسائل الإلكترونية (في صيغة مايكروسوفت وورد) على السواء. وينبغي أن يشار في الردود إلى القرار الذي تتعلق به.
note-length = وينبغي ألا يتجاوز الرد { $count ->
    [zero] { $words } كلمة
    [one] كلمة واحدة
    [two] كلمتين
    [few] { $words } كلمات
    [many] { $words } كلمة
   *[other] { $words } كلمة
}.
note-summary = وإذا أرسل نص أطول، يورد في التقرير موجز لا يتجاوز { $count ->
    [zero] { $summary } كلمة
    [one] كلمة واحدة
    [two] كلمتين
    [few] { $summary } كلمات
    [many] { $summary } كلمة
   *[other] { $summary } كلمة
}.
note-web = وينشر النص الكامل في موقع { office-short-of } على الإنترنت ما لم تعترض { $organisations ->
    [yes] الحكومة أو المنظمة المعنية
    [only] المنظمة
   *[no] الحكومة
} على ذلك.
note-web-consent = وينشر النص الكامل في موقع { office-short-of } على الإنترنت إذا وافقت { $organisations ->
    [yes] الحكومة أو المنظمة المعنية
    [only] المنظمة
   *[no] الحكومة
} على ذلك.
note-late-web = أما الردود التي ترد بعد { $deadline } فستنشر في موقع { office-short-of } على الإنترنت فقط، باللغة التي ترد بها، ولن تصدر أي إضافة إلى التقرير.
note-late-addendum = أما الردود التي ترد بعد { $deadline } فستصدر في شكل إضافات إلى التقرير.
note-closing = { -office.gender ->
    [feminine] وتغتنم { office-start } هذه الفرصة لتعرب مجددا { $addressees_to } عن أسمى آيات تقديرها
   *[masculine] ويغتنم { office-start } هذه الفرصة ليعرب مجددا { $addressees_to } عن أسمى آيات تقديره
}.
note-place = نيويورك، { $date }
note-reminder = { -office.gender ->
    [feminine] تهدي { office-full } تحياتها إلى { $addressee }، وتتشرف بأن تذكّر بمذكرتها الشفوية
   *[masculine] يهدي { office-full } تحياته إلى { $addressee }، ويتشرف بأن يذكّر بمذكرته الشفوية
} { $reference } المؤرخة { $date }.
note-reminder-bare = { -office.gender ->
    [feminine] تهدي { office-full } تحياتها إلى { $addressee }، وتتشرف بأن تذكّر بمذكرتها الشفوية
   *[masculine] يهدي { office-full } تحياته إلى { $addressee }، ويتشرف بأن يذكّر بمذكرته الشفوية
} المؤرخة { $date }.
note-reminder-asked = { -office.gender ->
    [feminine] وستكون { office-start } ممتنة
   *[masculine] وسيكون { office-start } ممتنا
} { $organisation ->
    [yes] لتلقي رد
   *[no] لتلقي رد الحكومة
} في موعد أقصاه { $deadline }.

report-language = Arabic
report-original = Original: { $language }
report-summary = { $replies ->
    [0] يتعلق هذا التقرير، الذي يلي التقرير السابق ({ $previous })، بما يلي: { $titles }. ولم يرد أي رد حتى الموعد النهائي.
   *[other] يتعلق هذا التقرير، الذي يلي التقرير السابق ({ $previous })، بما يلي: { $titles }. وهو يتضمن الردود الواردة.
}
report-summary-first = { $replies ->
    [0] يتعلق هذا التقرير بما يلي: { $titles }. ولم يرد أي رد حتى الموعد النهائي.
   *[other] يتعلق هذا التقرير بما يلي: { $titles }. وهو يتضمن الردود الواردة.
}

intro-submitted = يقدم هذا التقرير عملا { $resolutions }.
intro-quoted = وفيما يلي نص الفقرة { $paragraph } من القرار { $number }: ”{ $request }“.
intro-other = وفي الفقرة { $paragraph } من القرار { $number }، { $organ_gender ->
    [feminine] طلبت { $organ } إلى الأمين العام أن يقدم إليها تقريرا
   *[masculine] طلب { $organ } إلى الأمين العام أن يقدم إليه تقريرا
} في { $session }.
intro-note = { $organisations ->
    [yes] وفي مذكرة شفوية مؤرخة { $date }، وجهت الدعوة إلى { $addressees } لتقديم الآراء. وترد في الفرعين { $section } و{ $other } أدناه الردود التي وردت حتى { $deadline }.
   *[no] وفي مذكرة شفوية مؤرخة { $date }، وجهت الدعوة إلى { $addressees } لتقديم الآراء. وترد في الفرع { $section } أدناه الردود التي وردت حتى { $deadline }.
}
intro-none = وفي مذكرة شفوية مؤرخة { $date }، وجهت الدعوة إلى { $addressees } لتقديم الآراء. ولم يرد أي رد حتى { $deadline }.
intro-covers = { $count ->
    [one] وكانت المذكرة الشفوية تتعلق بالقرار { $resolutions }.
    [two] وكانت المذكرة الشفوية تتعلق بالقرارين { $resolutions }.
   *[other] وكانت المذكرة الشفوية تتعلق بالقرارات { $resolutions }.
}
intro-late-web = أما الردود التي ترد بعد { $deadline } فتنشر في { $website } فقط، باللغة التي وردت بها. ولن تصدر أي إضافة.
intro-late-addendum = أما الردود التي ترد بعد { $deadline } فستصدر في شكل إضافات إلى هذا التقرير.

reply-original = [الأصل: { $language }]
reply-date = [{ $date }]
reply-pending = [الترجمة قيد الإعداد. ورد النص { $language }.]
replies-nil = { $count ->
    [one] أفادت الجهة التالية بأنه ليست لديها معلومات تقدمها: { $authors }.
    [two] أفادت الجهتان التاليتان بأنه ليست لديهما معلومات تقدمانها: { $authors }.
   *[other] أفادت الجهات التالية بأنه ليست لديها معلومات تقدمها: { $authors }.
}
reply-on-behalf = { $name } (باسم { $group })
reply-on-web = [يرد النص الكامل في { $website }.]

web-late = ورد الرد في { $received }، بعد الموعد النهائي ({ $deadline }). وينشر باللغة التي ورد بها، ولا يشكل جزءا من التقرير ({ $report }).
web-full = النص الكامل للرد، ويرد موجزه في التقرير ({ $report }).
heading-addendum = إضافة
addendum-lead = تتضمن هذه الإضافة المعلومات الواردة بعد { $date }، وتكمل التقرير ({ $report }).
instrument-code-gender = feminine
instrument-code-to = إلى المدونة
instrument-code-of = المدونة
instrument-code-object = المدونة
instrument-code-start = المدونة
instrument-code = المدونة
instrument-statute-gender = masculine
instrument-statute-to = إلى النظام الأساسي
instrument-statute-of = النظام الأساسي
instrument-statute-object = النظام الأساسي
instrument-statute-start = النظام الأساسي
instrument-statute = النظام الأساسي
instrument-agreement-gender = masculine
instrument-agreement-to = إلى الاتفاق
instrument-agreement-of = الاتفاق
instrument-agreement-object = الاتفاق
instrument-agreement-start = الاتفاق
instrument-agreement = الاتفاق
instrument-protocol-gender = masculine
instrument-protocol-to = إلى البروتوكول
instrument-protocol-of = البروتوكول
instrument-protocol-object = البروتوكول
instrument-protocol-start = البروتوكول
instrument-protocol = البروتوكول
instrument-convention-gender = feminine
instrument-convention-to = إلى الاتفاقية
instrument-convention-of = الاتفاقية
instrument-convention-object = الاتفاقية
instrument-convention-start = الاتفاقية
instrument-convention = الاتفاقية
instrument-treaty-gender = feminine
instrument-treaty-to = إلى المعاهدة
instrument-treaty-of = المعاهدة
instrument-treaty-object = المعاهدة
instrument-treaty-start = المعاهدة
instrument-treaty = المعاهدة
corrigendum-delete = يحذف النص.
corrigendum-insert = يدرج النص التالي:
corrigendum-text = يصبح النص كما يلي:
corrigendum-words = يستعاض عن عبارة ”{ $old }“ بعبارة ”{ $new }“.
corrigendum-after = بعد ما يلي: { $place }
corrigendum-after-place = بعد { $place }
corrigendum-of = { $part } ({ $whole })
corrigendum-within = { $whole }، { $part }
corrigendum-part = نص آخر
corrigendum-note = الحاشية { $number }
corrigendum-item = الفقرة { $number } { $item }
corrigendum-paragraph = الفقرة { $number }
corrigendum-section = { $placed ->
    [after] عنوان الفرع { $number }
   *[start] الفرع { $number }، العنوان
}
corrigendum-summary = الموجز
corrigendum-title = العنوان
heading-corrigendum = تصويب

obs-lead = كانت حالة المعاهدات في { $date } على النحو التالي:
obs-lead-events = وسجلت أيضا حتى { $date } التطورات التالية:
obs-item = { $name }: { $text }
obs-signed = وقعت { $instrument_object } { $count ->
    [zero] { $number } دولة
    [one] دولة واحدة
    [two] دولتان
    [few] { $number } دول
    [many] { $number } دولة
   *[other] { $number } دولة
}
obs-ratified = { $acts ->
    [ratified] صدقت { $instrument_gender ->
        [feminine] عليها
       *[masculine] عليه
    }
    [succeeded] صدقت { $instrument_gender ->
        [feminine] عليها أو خلفت فيها
       *[masculine] عليه أو خلفت فيه
    }
    [accepted] صدقت { $instrument_gender ->
        [feminine] عليها أو قبلتها أو وافقت عليها
       *[masculine] عليه أو قبلته أو وافقت عليه
    }
   *[both] صدقت { $instrument_gender ->
        [feminine] عليها أو قبلتها أو وافقت عليها أو خلفت فيها
       *[masculine] عليه أو قبلته أو وافقت عليه أو خلفت فيه
    }
} { $count ->
    [zero] { $number } دولة
    [one] دولة واحدة
    [two] دولتان
    [few] { $number } دول
    [many] { $number } دولة
   *[other] { $number } دولة
}
obs-acceded = انضمت { $instrument_gender ->
    [feminine] إليها
   *[masculine] إليه
} { $count ->
    [zero] { $number } دولة
    [one] دولة واحدة
    [two] دولتان
    [few] { $number } دول
    [many] { $number } دولة
   *[other] { $number } دولة
}
obs-counts = حتى { $date }، { $counts }.
obs-in-force = بدأ نفاذ { $instrument_of } في { $date }.
obs-until = يسري نفاذ { $instrument_of } حتى { $date }.
obs-will = يبدأ نفاذ { $instrument_of } في { $date }.
obs-not-in-force = لم يبدأ نفاذ { $instrument_of } بعد.
obs-expired = { $instrument_gender ->
    [feminine] لم تعد { $instrument } سارية؛ وقد انتهت مدتها
   *[masculine] لم يعد { $instrument } ساريا؛ وقد انتهت مدته
} في { $date }.
obs-outstanding = ولا يزال بدء نفاذ { $instrument_of } متوقفا على تصديق { $count ->
    [1] الدولة التالية
    [2] الدولتين التاليتين
    [3] الدول الثلاث التالية
    [4] الدول الأربع التالية
    [5] الدول الخمس التالية
    [6] الدول الست التالية
    [7] الدول السبع التالية
    [8] الدول الثماني التالية
    [9] الدول التسع التالية
    [10] الدول العشر التالية
   *[other] الدول التالية وعددها { $number }
}: { $states }.
obs-suspended = وعلق تطبيق { $instrument_of } { $states }.
obs-acts = ومنذ { $date }، { $kind ->
    [signature] وقعت { $instrument_object }
    [ratification] صدقت على { $instrument_of }
    [acceptance] قبلت { $instrument_object }
    [approval] وافقت على { $instrument_of }
    [accession] انضمت { $instrument_to }
    [succession] خلفت في { $instrument_of }
   *[withdrawal] سحبت تصديقها على { $instrument_of }
} { $count ->
    [1] الدولة التالية
    [2] الدولتان التاليتان
   *[other] الدول التالية
}: { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $name }: { $text }
obs-held = تاريخ الانعقاد: { $date }.
obs-held-between = تاريخ الانعقاد: من { $start } إلى { $end }.
obs-held-in = تاريخ الانعقاد: { $month }.
obs-held-year = تاريخ الانعقاد: عام { $year }.

# مشروع الرد.
draft-mark = مشروع. لم يرسل. للحكومة أن تؤكد كل جملة أو تعدلها أو تحذفها.
pack-mark = للعلم. المعلومات المسجلة لأغراض الرد على المذكرة الشفوية، وكل بند مقرون بمصدره، رهنا بما توضحه الحكومة.
pack-asked = تطلب الردود عملا { $resolutions }.
pack-bare = ولم يسجل هنا { $of } أي إجراء أو تصويت بشأن هذا الموضوع.
draft-opening = تقدم المعلومات التالية المتعلقة { $count ->
    [one] بالقرار
    [two] بالقرارين
   *[other] بالقرارات
} { $resolutions } ردا على المذكرة الشفوية { $reference } المؤرخة { $date }.
draft-opening-bare = تقدم المعلومات التالية المتعلقة { $count ->
    [one] بالقرار
    [two] بالقرارين
   *[other] بالقرارات
} { $resolutions } ردا على المذكرة الشفوية المؤرخة { $date }.
draft-standing = المشاركة في المعاهدات حتى { $date }:
draft-since = الإجراءات المتخذة منذ التقرير السابق، بعد { $date }:
draft-since-none = الإجراءات المتخذة منذ التقرير السابق، بعد { $date }: لم يسجل أي إجراء.
draft-act = { $treaty }: { $kind } ({ $date })
draft-votes = التصويت على القرارات التي تطلب التقرير:
draft-vote = القرار { $number } المؤرخ { $date }: { $vote }
draft-last = { $text }.
draft-next = { $text }؛
draft-earlier = من الرد الوارد في الوثيقة { $report } ({ $date })، لتبقي عليه الحكومة أو تعدله أو تحذفه:
vote-in-favour = تأييد
vote-against = معارضة
vote-abstaining = امتناع عن التصويت
