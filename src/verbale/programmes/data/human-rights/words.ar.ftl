# The words of the programme human-rights in Arabic.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = مفوضية الأمم المتحدة لحقوق الإنسان
office-full = مفوضية الأمم المتحدة لحقوق الإنسان
office-start = مفوضية الأمم المتحدة لحقوق الإنسان
office-of = مفوضية الأمم المتحدة لحقوق الإنسان
office-short = المفوضية
office-short-of = المفوضية
mission-seat = لدى مكتب الأمم المتحدة في جنيف
# The gender that verbs and pronouns agree with.
-office = المفوضية
    .gender = feminine

heading-report = تقرير مفوضية الأمم المتحدة لحقوق الإنسان
note-place = جنيف، { $date }
note-views = ولإعداد التقرير المقرر تقديمه { $organ_to } في { $session }، ستكون { office-short } ممتنة { $organisations ->
    [yes] لتلقي آراء الحكومات والمنظمات
    [only] لتلقي آراء المنظمات
   *[no] لتلقي آراء الحكومات
} في موعد أقصاه { $deadline }.
intro-other = وفي الفقرة { $paragraph } من القرار { $number }، { $organ_gender ->
    [feminine] طلبت { $organ } إلى { office-other } أن تقدم إليها تقريرا
   *[masculine] طلب { $organ } إلى { office-other } أن تقدم إليه تقريرا
} في { $session }.
office-other = مفوضية الأمم المتحدة لحقوق الإنسان
