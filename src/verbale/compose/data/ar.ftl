# The words of notes verbales and reports in Arabic.

label-section-1 = أولا -
label-section-2 = ثانيا -
label-section-3 = ثالثا -
label-section-4 = رابعا -
label-paragraph = { $number } -
label-item = ({ $letter })

heading-summary = موجز
heading-introduction = مقدمة
heading-observations = ملاحظات
heading-replies = المعلومات الواردة من الحكومات
heading-organisations = المعلومات الواردة من المنظمات
heading-report = تقرير الأمين العام
heading-note = مذكرة شفوية

# As they stand in the line under the name of a State.
language-ar = بالعربية
language-zh = بالصينية
language-en = بالإنكليزية
language-fr = بالفرنسية
language-ru = بالروسية
language-es = بالإسبانية

office = مكتب شؤون نزع السلاح
secretary-general = الأمين العام

group-member-states = البعثات الدائمة للدول الأعضاء
group-all-states = البعثات الدائمة لجميع الدول
group-observers = بعثات المراقبين الدائمة
group-organisations = مكاتب المنظمات الدولية

invited-member-states = الدول الأعضاء
invited-all-states = جميع الدول
invited-observers = المراقبين
invited-organisations = المنظمات الدولية

resolution-entitled = قرار الجمعية العامة { $number } المؤرخ { $date }، المعنون ”{ $title }“
resolution-number = { $number }
resolution-bare = { $count ->
    [one] { $numbers } المؤرخ { $date }
    [two] { $numbers } المؤرخين { $date }
   *[other] { $numbers } المؤرخة { $date }
}

note-reference = المرجع: { $reference }
note-opening = يهدي مكتب شؤون نزع السلاح التابع للأمم المتحدة تحياته إلى { $addressees }، ويتشرف بأن يشير إلى { $resolutions }.
note-paragraph = فيما يلي نص الفقرة { $paragraph } من القرار { $number }:
note-views = وليتمكن الأمين العام من تقديم تقريره إلى الجمعية العامة في دورتها { $session }، يكون المكتب ممتنا لو تلقى آراء الحكومات في موعد أقصاه { $deadline }.
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
note-web = وينشر النص الكامل في موقع المكتب على الإنترنت ما لم تعترض الحكومة على ذلك.
note-web-consent = وينشر النص الكامل في موقع المكتب على الإنترنت إذا وافقت الحكومة على ذلك.
note-late-web = أما الردود التي ترد بعد ذلك التاريخ فستنشر في موقع المكتب على الإنترنت فقط، باللغة التي ترد بها، ولن تصدر أي إضافة للتقرير.
note-late-addendum = أما الردود التي ترد بعد ذلك التاريخ فستصدر كإضافات للتقرير.
note-closing = ويغتنم مكتب شؤون نزع السلاح هذه الفرصة ليعرب مجددا عن أسمى آيات تقديره إلى { $addressees }.
note-place = نيويورك، { $date }
note-reminder = يهدي مكتب شؤون نزع السلاح التابع للأمم المتحدة تحياته إلى البعثة الدائمة ({ $state })، ويذكّر بمذكرته الشفوية { $reference } المؤرخة { $date }. ولا يزال رد الحكومة منتظرا حتى { $deadline }.

report-language = Arabic
report-original = Original: { $language }
report-summary = يعرض هذا التقرير ما أنجز في مجال نزع السلاح النووي ومنع الانتشار منذ التقرير السابق ({ $previous })، ويتضمن الردود الواردة من الحكومات.
report-summary-first = يعرض هذا التقرير ما أنجز في مجال نزع السلاح النووي ومنع الانتشار، ويتضمن الردود الواردة من الحكومات.

intro-submitted = { $count ->
    [one] يقدم هذا التقرير عملا بقرار الجمعية العامة { $resolutions }.
    [two] يقدم هذا التقرير عملا بقراري الجمعية العامة { $resolutions }.
   *[other] يقدم هذا التقرير عملا بقرارات الجمعية العامة { $resolutions }.
}
intro-icj = وفي الفقرة { $paragraph } من القرار { $number }، طلبت الجمعية العامة إلى جميع الدول أن تبلغ الأمين العام بما فعلته تنفيذا لذلك القرار ومن أجل نزع السلاح النووي، وطلبت إلى الأمين العام أن يطلعها على تلك المعلومات في دورتها { $session }.
intro-nd = وفي الفقرة { $paragraph } من القرار { $number }، طلبت الجمعية العامة إلى الأمين العام أن يقدم إليها في دورتها { $session } تقريرا عن تنفيذ ذلك القرار.
intro-rnd = وفي الفقرة { $paragraph } من القرار { $number }، طلبت الجمعية العامة إلى الأمين العام أن يكثف الجهود دعما للتوصيات السبع التي من شأنها أن تقلل كثيرا من خطر نشوب حرب نووية (انظر A/56/400، الفقرة 3)، وأن يشجع الدول الأعضاء على النظر في عقد مؤتمر دولي لتحديد سبل القضاء على الأخطار النووية، وأن يقدم إليها تقريرا عن ذلك في دورتها { $session }.
intro-other = وفي الفقرة { $paragraph } من القرار { $number }، طلبت الجمعية العامة إلى الأمين العام أن يقدم إليها تقريرا في دورتها { $session }.
intro-note = وفي مذكرة شفوية مؤرخة { $date }، وجهت الدعوة إلى { $addressees } لتقديم الآراء. وترد في الفرع الثالث أدناه الردود التي وردت حتى { $deadline }.
intro-none = وفي مذكرة شفوية مؤرخة { $date }، وجهت الدعوة إلى { $addressees } لتقديم الآراء. ولم يرد أي رد حتى { $deadline }.
intro-covers = { $count ->
    [one] وكانت المذكرة الشفوية تتعلق بالقرار { $resolutions }.
    [two] وكانت المذكرة الشفوية تتعلق بالقرارين { $resolutions }.
   *[other] وكانت المذكرة الشفوية تتعلق بالقرارات { $resolutions }.
}
intro-late-web = أما الردود التي ترد بعد ذلك التاريخ فتنشر في موقع مكتب شؤون نزع السلاح على الإنترنت (www.un.org/disarmament) فقط، باللغة التي وردت بها. ولن تصدر أي إضافة.
intro-late-addendum = أما الردود التي ترد بعد ذلك التاريخ فستصدر كإضافات لهذا التقرير.

reply-original = [الأصل: { $language }]
reply-date = [{ $date }]
reply-pending = [الترجمة قيد الإعداد. ورد النص { $language }.]
replies-nil = أفاد من يلي بعدم وجود معلومات لديهم: { $authors }.
reply-on-behalf = { $name } (باسم { $group })
reply-on-web = [يرد النص الكامل في موقع مكتب شؤون نزع السلاح على الإنترنت.]

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

# مشروع الرد.
draft-mark = مشروع. لم يرسل. تؤكد الحكومة كل جملة أو تعدلها أو تحذفها.
pack-mark = للعلم. ما هو مسجل لأغراض الرد على المذكرة الشفوية، وكل بند مقرون بمصدره؛ والحكومة أعلم به.
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
