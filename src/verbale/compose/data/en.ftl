# The words of notes verbales and reports in English.

label-section-1 = I.
label-section-2 = II.
label-section-3 = III.
label-section-4 = IV.
label-section-5 = V.
label-section-6 = VI.
label-section-7 = VII.
label-section-8 = VIII.
# As it is named in a sentence.
section-number-1 = I
section-number-2 = II
section-number-3 = III
section-number-4 = IV
section-number-5 = V
section-number-6 = VI
section-number-7 = VII
section-number-8 = VIII
label-paragraph = { $number }.
label-item = ({ $letter })

heading-summary = Summary
heading-introduction = Introduction
heading-observations = Observations
heading-replies = Information received from Governments
heading-report = Report of the Secretary-General
heading-note = Note verbale
heading-contents = Contents
heading-organisations = Information received from international organizations

# As they stand in the line under the name of a State.
language-ar = Arabic
language-zh = Chinese
language-en = English
language-fr = French
language-ru = Russian
language-es = Spanish

# Organs, and their sessions in a sentence and in the masthead.
session-numbered = { $session } session
session-yearly = { $session } session
session-line-yearly = { $session } session
organ-general_assembly = the General Assembly
organ-general_assembly-of = General Assembly
organ-general_assembly-to = to the General Assembly
organ-general_assembly-gender = neuter
organ-security_council = the Security Council
organ-security_council-of = Security Council
organ-security_council-to = to the Security Council
organ-security_council-gender = neuter
organ-economic_and_social_council = the Economic and Social Council
organ-economic_and_social_council-of = Economic and Social Council
organ-economic_and_social_council-to = to the Economic and Social Council
organ-economic_and_social_council-gender = neuter
organ-human_rights_council = the Human Rights Council
organ-human_rights_council-of = Human Rights Council
organ-human_rights_council-to = to the Human Rights Council
organ-human_rights_council-gender = neuter

group-member-states = the Permanent Missions of Member States
group-all-states = the Permanent Missions of all States
group-observers = the permanent observer missions
group-organisations = the offices of international organizations
group-named = the Permanent Missions of the following States ({ $states })

invited-member-states = Member States
invited-all-states = all States
invited-observers = observers
invited-organisations = international organizations
invited-named = the following States ({ $states })

resolution-entitled = { $organ_of } resolution { $number } of { $date }, entitled “{ $title }”
resolution-number = { $number }
resolution-bare = { $numbers } of { $date }
resolutions-of = { $count ->
    [one] { $organ_of } resolution { $resolutions }
   *[other] { $organ_of } resolutions { $resolutions }
}
quoted-title = “{ $title }”
website = the website { office-of } ({ $site })
website-bare = the website { office-of }

note-reference = Reference: { $reference }
note-opening = { office-full } presents its compliments to { $addressees } and has the honour to refer to { $resolutions }.
note-paragraph = Paragraph { $paragraph } of resolution { $number } reads as follows:
note-views = To enable the Secretary-General to report to { $organ } at its { $session }, { office-short } would be grateful to receive the views of { $organisations ->
    [yes] Governments and international organizations
   *[no] Governments
} by { $deadline }.
note-answers = Replies should be sent to: { $ways }.
answer-email = { $where } (e-mail)
answer-postal = { $where } (post)
answer-form = { $where } (online form)
answer-telephone = { $where } (telephone)
note-language = Replies may be sent in any of the six official languages, as a text file together with the signed original. A reply should name the resolution that it answers.
note-length = A reply should not exceed { $words } words.
note-summary = Where a longer text is sent, a summary of no more than { $summary } words will be reproduced in the report.
note-web = The full text will be posted on the website { office-short-of } unless the Government objects.
note-web-consent = The full text will be posted on the website { office-short-of } where the Government agrees.
note-late-web = Replies received after that date will be posted on the website { office-short-of } only, in the language in which they are received; no addendum to the report will be issued.
note-late-addendum = Replies received after that date will be issued as addenda to the report.
note-closing = { office-start } avails itself of this opportunity to renew to { $addressees } the assurances of its highest consideration.
note-place = New York, { $date }
note-reminder = { office-full } presents its compliments to the Permanent Mission of { $state } and recalls its note verbale { $reference } of { $date }. The reply of the Government is awaited until { $deadline }.
note-reminder-bare = { office-full } presents its compliments to the Permanent Mission of { $state } and recalls its note verbale of { $date }. The reply of the Government is awaited until { $deadline }.

report-language = English
report-original = Original: { $language }
report-summary = { $replies ->
    [0] The present report, which follows the previous report ({ $previous }), concerns { $titles }. No reply had been received by the deadline.
   *[other] The present report, which follows the previous report ({ $previous }), concerns { $titles }. It contains the replies received.
}
report-summary-first = { $replies ->
    [0] The present report concerns { $titles }. No reply had been received by the deadline.
   *[other] The present report concerns { $titles }. It contains the replies received.
}

intro-submitted = The present report is submitted pursuant to { $resolutions }.
intro-quoted = Paragraph { $paragraph } of resolution { $number } reads as follows: “{ $request }”.
intro-other = In paragraph { $paragraph } of resolution { $number }, { $organ } asked the Secretary-General to report to it at its { $session }.
intro-note = { $organisations ->
    [yes] By a note verbale dated { $date }, { $addressees } were invited to submit their views. The replies received by { $deadline } are reproduced in sections { $section } and { $other } below.
   *[no] By a note verbale dated { $date }, { $addressees } were invited to submit their views. The replies received by { $deadline } are reproduced in section { $section } below.
}
intro-none = By a note verbale dated { $date }, { $addressees } were invited to submit their views. No reply had been received by { $deadline }.
intro-covers = { $count ->
    [one] The note verbale concerned resolution { $resolutions }.
   *[other] The note verbale concerned resolutions { $resolutions }.
}
intro-late-web = Replies received after that date are posted on { $website } only, in the language in which they were received. No addendum will be issued.
intro-late-addendum = Replies received after that date will be issued as addenda to the present report.

reply-original = [Original: { $language }]
reply-date = [{ $date }]
reply-pending = [Translation pending. The text was received in { $language }.]
replies-nil = The following stated that they had no information to provide: { $authors }.
reply-on-behalf = { $name } (on behalf of { $group })
reply-on-web = [The full text is on { $website }.]

web-late = Received on { $received }, after the deadline ({ $deadline }). Posted in the language received; not part of the report ({ $report }).
web-full = Full text of the reply; a summary of it is in the report ({ $report }).
heading-addendum = Addendum
addendum-lead = The present addendum supplements the report ({ $report }) with information received from Governments.

obs-lead = Since the previous report ({ $previous }), the depositaries have recorded the following, as at { $date }:
obs-lead-first = The depositaries have recorded the following, as at { $date }:
obs-item = { $treaty }: { $told }
obs-signed = { $count ->
    [one] { $number } State had signed
   *[other] { $number } States had signed
}
obs-ratified = { $count ->
    [one] { $number } State had ratified
   *[other] { $number } States had ratified
}
obs-acceded = { $count ->
    [one] { $number } State had acceded
   *[other] { $number } States had acceded
}
obs-counts = as at { $date }, { $counts }.
obs-in-force = In force since { $date }.
obs-until = In force until { $date }.
obs-will = Enters into force on { $date }.
obs-not-in-force = Not in force.
obs-outstanding = { $count ->
    [one] Entry into force still awaits the ratification of { $number } State: { $states }.
   *[other] Entry into force still awaits the ratification of { $number } States: { $states }.
}
obs-suspended = Suspended by { $states }.
obs-acts = Since { $date }, { $kind }: { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $meeting }: { $told }
obs-held = Held on { $date }.
obs-held-between = Held from { $start } to { $end }.
obs-held-in = Held in { $month }.
obs-held-year = Held in { $year }.

# The draft of a reply.
draft-mark = DRAFT. Not sent. Each sentence is for the Government to confirm, change or drop.
pack-mark = FOR INFORMATION. What is on record for the reply to the note verbale, each point with its source; the Government knows better.
pack-asked = Replies are asked for on { $resolutions }.
pack-bare = No act or vote of { $state } on this subject is on record here.
draft-opening = The following is submitted in reply to the note verbale { $reference } of { $date }. Resolutions: { $resolutions }.
draft-opening-bare = The following is submitted in reply to the note verbale of { $date }. Resolutions: { $resolutions }.
draft-standing = Participation in treaties, as at { $date }:
draft-since = Acts since the previous report, after { $date }:
draft-since-none = Acts since the previous report, after { $date }: none is recorded.
draft-act = { $treaty }: { $kind } ({ $date });
draft-votes = Votes on the resolutions that ask for the report:
draft-vote = Resolution { $number } of { $date }: { $vote };
draft-earlier = From the reply in { $report } ({ $date }), for the Government to keep, change or drop:
vote-in-favour = in favour
vote-against = against
vote-abstaining = abstained
