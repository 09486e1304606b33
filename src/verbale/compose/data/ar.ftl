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

group-member-states = البعثات الدائمة للدول الأعضاء
group-all-states = البعثات الدائمة لجميع الدول
group-observers = بعثات المراقبين الدائمة
group-organisations = مكاتب المنظمات الدولية
group-named = البعثات الدائمة للدول التالية ({ $states })

invited-member-states = الدول الأعضاء
invited-all-states = جميع الدول
invited-observers = المراقبين
invited-organisations = المنظمات الدولية
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
quoted-title = ”{ $title }“
website = موقع { office-of } على الإنترنت ({ $site })
website-bare = موقع { office-of } على الإنترنت

note-reference = المرجع: { $reference }
note-opening = { -office.gender ->
    [feminine] تهدي { office-full } تحياتها إلى { $addressees }، وتتشرف بأن تشير إلى { $resolutions }.
   *[masculine] يهدي { office-full } تحياته إلى { $addressees }، ويتشرف بأن يشير إلى { $resolutions }.
}
note-paragraph = فيما يلي نص الفقرة { $paragraph } من القرار { $number }:
note-views = وليتمكن الأمين العام من تقديم تقريره { $organ_to } في { $session }، { -office.gender ->
    [feminine] تكون { office-short } ممتنة لو تلقت
   *[masculine] يكون { office-short } ممتنا لو تلقى
} { $organisations ->
    [yes] آراء الحكومات والمنظمات الدولية
   *[no] آراء الحكومات
} في موعد أقصاه { $deadline }.
note-answers = وترسل الردود إلى العنوان التالي: { $ways }.
answer-email = { $where } (البريد الإلكتروني)
answer-postal = { $where } (العنوان البريدي)
answer-form = { $where } (الاستمارة الإلكترونية)
answer-telephone = { $where } (الهاتف)
note-language = ويجوز إرسال الردود بأي من اللغات الرسمية الست، في ملف نصي مشفوع بالأصل الموقع. وينبغي أن يذكر كل رد القرار الذي يتعلق به.
note-length = وينبغي ألا يتجاوز الرد { $words } { $count ->
    [zero] كلمة
    [one] كلمة
    [two] كلمة
    [few] كلمات
    [many] كلمة
   *[other] كلمة
}.
note-summary = وإذا أرسل نص أطول، يورد في التقرير موجز لا يتجاوز { $summary } { $count ->
    [zero] كلمة
    [one] كلمة
    [two] كلمة
    [few] كلمات
    [many] كلمة
   *[other] كلمة
}.
note-web = وينشر النص الكامل في موقع { office-short-of } على الإنترنت ما لم تعترض الحكومة على ذلك.
note-web-consent = وينشر النص الكامل في موقع { office-short-of } على الإنترنت إذا وافقت الحكومة على ذلك.
note-late-web = أما الردود التي ترد بعد ذلك التاريخ فستنشر في موقع { office-short-of } على الإنترنت فقط، باللغة التي ترد بها، ولن تصدر أي إضافة للتقرير.
note-late-addendum = أما الردود التي ترد بعد ذلك التاريخ فستصدر كإضافات للتقرير.
note-closing = { -office.gender ->
    [feminine] وتغتنم { office-start } هذه الفرصة لتعرب
   *[masculine] ويغتنم { office-start } هذه الفرصة ليعرب
} مجددا عن أسمى آيات { -office.gender ->
    [feminine] تقديرها
   *[masculine] تقديره
} إلى { $addressees }.
note-place = نيويورك، { $date }
note-reminder = { -office.gender ->
    [feminine] تهدي { office-full } تحياتها إلى البعثة الدائمة ({ $state })، وتذكّر بمذكرتها الشفوية
   *[masculine] يهدي { office-full } تحياته إلى البعثة الدائمة ({ $state })، ويذكّر بمذكرته الشفوية
} { $reference } المؤرخة { $date }. ولا يزال رد الحكومة منتظرا حتى { $deadline }.
note-reminder-bare = { -office.gender ->
    [feminine] تهدي { office-full } تحياتها إلى البعثة الدائمة ({ $state })، وتذكّر بمذكرتها الشفوية
   *[masculine] يهدي { office-full } تحياته إلى البعثة الدائمة ({ $state })، ويذكّر بمذكرته الشفوية
} المؤرخة { $date }. ولا يزال رد الحكومة منتظرا حتى { $deadline }.

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
intro-late-web = أما الردود التي ترد بعد ذلك التاريخ فتنشر في { $website } فقط، باللغة التي وردت بها. ولن تصدر أي إضافة.
intro-late-addendum = أما الردود التي ترد بعد ذلك التاريخ فستصدر كإضافات لهذا التقرير.

reply-original = [الأصل: { $language }]
reply-date = [{ $date }]
reply-pending = [الترجمة قيد الإعداد. ورد النص { $language }.]
replies-nil = أفاد من يلي بعدم وجود معلومات لديهم: { $authors }.
reply-on-behalf = { $name } (باسم { $group })
reply-on-web = [يرد النص الكامل في { $website }.]

web-late = ورد الرد في { $received }، بعد الموعد النهائي ({ $deadline }). وينشر باللغة التي ورد بها، ولا يشكل جزءا من التقرير ({ $report }).
web-full = النص الكامل للرد، ويرد موجزه في التقرير ({ $report }).
heading-addendum = إضافة
addendum-lead = تكمل هذه الإضافة التقرير ({ $report }) بمعلومات واردة من الحكومات.

obs-lead = ومنذ التقرير السابق ({ $previous })، سجل الودعاء ما يلي حتى { $date }:
obs-lead-first = وسجل الودعاء ما يلي حتى { $date }:
obs-item = { $treaty }: { $told }
obs-signed = { $count ->
    [zero] لم تكن أي دولة قد وقعت
    [one] كانت دولة واحدة قد وقعت
    [two] كانت دولتان قد وقعتا
    [few] كانت { $number } دول قد وقعت
    [many] كانت { $number } دولة قد وقعت
   *[other] كانت { $number } دولة قد وقعت
}
obs-ratified = { $count ->
    [zero] لم تكن أي دولة قد صدقت
    [one] كانت دولة واحدة قد صدقت
    [two] كانت دولتان قد صدقتا
    [few] كانت { $number } دول قد صدقت
    [many] كانت { $number } دولة قد صدقت
   *[other] كانت { $number } دولة قد صدقت
}
obs-acceded = { $count ->
    [zero] لم تكن أي دولة قد انضمت
    [one] كانت دولة واحدة قد انضمت
    [two] كانت دولتان قد انضمتا
    [few] كانت { $number } دول قد انضمت
    [many] كانت { $number } دولة قد انضمت
   *[other] كانت { $number } دولة قد انضمت
}
obs-counts = حتى { $date }، { $counts }.
obs-in-force = تاريخ بدء النفاذ: { $date }.
obs-until = سارية حتى { $date }.
obs-will = يبدأ النفاذ في { $date }.
obs-not-in-force = لم يبدأ النفاذ بعد.
obs-outstanding = { $count ->
    [zero] لا يتوقف بدء النفاذ على تصديق أي دولة: { $states }.
    [one] لا يزال بدء النفاذ متوقفا على تصديق دولة واحدة: { $states }.
    [two] لا يزال بدء النفاذ متوقفا على تصديق دولتين: { $states }.
    [few] لا يزال بدء النفاذ متوقفا على تصديق { $number } دول: { $states }.
    [many] لا يزال بدء النفاذ متوقفا على تصديق { $number } دولة: { $states }.
   *[other] لا يزال بدء النفاذ متوقفا على تصديق { $number } دولة: { $states }.
}
obs-suspended = تطبيقها معلق ({ $states }).
obs-acts = ومنذ { $date }، { $kind }: { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $meeting }: { $told }
obs-held = تاريخ الانعقاد: { $date }.
obs-held-between = تاريخ الانعقاد: من { $start } إلى { $end }.
obs-held-in = تاريخ الانعقاد: { $month }.
obs-held-year = تاريخ الانعقاد: عام { $year }.

# مشروع الرد.
draft-mark = مشروع. لم يرسل. تؤكد الحكومة كل جملة أو تعدلها أو تحذفها.
pack-mark = للعلم. ما هو مسجل لأغراض الرد على المذكرة الشفوية، وكل بند مقرون بمصدره؛ والحكومة أعلم به.
pack-asked = وتطلب الردود عملا { $resolutions }.
pack-bare = ولا يوجد هنا ما هو مسجل من إجراءات أو تصويت بشأن هذا الموضوع ({ $state }).
draft-opening = تقدم المعلومات التالية ردا على المذكرة الشفوية { $reference } المؤرخة { $date }. القرارات: { $resolutions }.
draft-opening-bare = تقدم المعلومات التالية ردا على المذكرة الشفوية المؤرخة { $date }. القرارات: { $resolutions }.
draft-standing = المشاركة في المعاهدات حتى { $date }:
draft-since = الإجراءات المتخذة منذ التقرير السابق، بعد { $date }:
draft-since-none = الإجراءات المتخذة منذ التقرير السابق، بعد { $date }: لم يسجل أي إجراء.
draft-act = { $treaty }: { $kind } ({ $date })؛
draft-votes = التصويت على القرارات التي تطلب التقرير:
draft-vote = القرار { $number } المؤرخ { $date }: { $vote }؛
draft-earlier = من الرد الوارد في الوثيقة { $report } ({ $date })، لتبقي عليه الحكومة أو تعدله أو تحذفه:
vote-in-favour = مؤيد
vote-against = معارض
vote-abstaining = ممتنع
