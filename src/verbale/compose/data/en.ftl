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
mission-seat = to the United Nations

group-member-states = the Permanent Missions of Member States { mission-seat }
group-all-states = the Permanent Missions of all States { mission-seat }
group-observers = the Permanent Observer Missions { mission-seat }
group-organisations = intergovernmental organizations
group-named = the Permanent Missions { mission-seat } of the following States ({ $states })
addressee-organisation = the following organization ({ $name })
addressee-observer = the Permanent Observer Mission { $of } { mission-seat }
addressee-state = the Permanent Mission { $of } { mission-seat }

invited-member-states = Member States
invited-all-states = all States
invited-observers = observers
invited-organisations = intergovernmental organizations
invited-named = the following States ({ $states })

resolution-entitled = { $organ_of } resolution { $number } of { $date }, entitled “{ $title }”
resolution-number = { $number }
resolution-bare = { $numbers } of { $date }
resolutions-of = { $count ->
    [one] { $organ_of } resolution { $resolutions }
   *[other] { $organ_of } resolutions { $resolutions }
}
resolutions-of-day = { $count ->
    [one] { $organ_of } resolution { $numbers } of { $date }
   *[other] { $organ_of } resolutions { $numbers } of { $date }
}
quoted-title = “{ $title }”
website = the website { office-of } ({ $site })
website-bare = the website { office-of }

note-reference = Reference: { $reference }
note-opening = { office-full } presents its compliments to { $addressees } and has the honour to refer to { $resolutions }.
note-paragraph = In paragraph { $paragraph } of resolution { $number }, { $organ }: “{ $request }”.
note-views = To enable the Secretary-General to report to { $organ } at its { $session }, { office-short } would be grateful to receive the views of { $organisations ->
    [yes] Governments and organizations
    [only] organizations
   *[no] Governments
} by { $deadline }.
note-answers = Replies should be sent to: { $ways }.
answer-email = { $where } (email)
answer-postal = { $where } (post)
answer-form = { $where } (online form)
answer-telephone = { $where } (telephone)
note-language = Replies may be submitted in any of the six official languages and should be sent both in hard copy and electronically (in Microsoft Word format). Replies should indicate the resolution to which they refer.
note-length = A reply should not exceed { $words } words.
note-summary = Where a longer text is sent, a summary of no more than { $summary } words will be reproduced in the report.
note-web = The full text will be posted on the website { office-short-of } unless the { $organisations ->
    [yes] Government or organization
    [only] organization
   *[no] Government
} concerned objects.
note-web-consent = The full text will be posted on the website { office-short-of } where the { $organisations ->
    [yes] Government or organization
    [only] organization
   *[no] Government
} concerned agrees.
note-late-web = Replies received after { $deadline } will be posted on the website { office-short-of } only, in the language in which they are received; no addendum to the report will be issued.
note-late-addendum = Replies received after { $deadline } will be issued as addenda to the report.
note-closing = { office-start } avails itself of this opportunity to renew to { $addressees } the assurances of its highest consideration.
note-place = New York, { $date }
note-reminder = { office-full } presents its compliments to { $addressee } and has the honour to recall its note verbale { $reference } of { $date }.
note-reminder-bare = { office-full } presents its compliments to { $addressee } and has the honour to recall its note verbale of { $date }.
note-reminder-asked = { office-start } would be grateful to receive { $organisation ->
    [yes] a reply
   *[no] the reply of the Government
} by { $deadline }.

report-language = English
report-original = Original: { $language }
report-summary = { $replies ->
    [0] The present report, which follows the previous report ({ $previous }), concerns the following { $count ->
        [one] item
       *[other] items
    }: { $titles }. No reply had been received by the deadline.
   *[other] The present report, which follows the previous report ({ $previous }), concerns the following { $count ->
        [one] item
       *[other] items
    }: { $titles }. It contains the replies received.
}
report-summary-first = { $replies ->
    [0] The present report concerns the following { $count ->
        [one] item
       *[other] items
    }: { $titles }. No reply had been received by the deadline.
   *[other] The present report concerns the following { $count ->
        [one] item
       *[other] items
    }: { $titles }. It contains the replies received.
}

intro-submitted = The present report is submitted pursuant to { $resolutions }.
intro-quoted = Paragraph { $paragraph } of resolution { $number } reads as follows: “{ $request }”.
intro-other = In paragraph { $paragraph } of resolution { $number }, { $organ } requested the Secretary-General to report to it at its { $session }.
intro-note = { $organisations ->
    [yes] By a note verbale dated { $date }, { $addressees } were invited to submit their views. The replies received by { $deadline } are reproduced in sections { $section } and { $other } below.
   *[no] By a note verbale dated { $date }, { $addressees } were invited to submit their views. The replies received by { $deadline } are reproduced in section { $section } below.
}
intro-none = By a note verbale dated { $date }, { $addressees } were invited to submit their views. No reply had been received by { $deadline }.
intro-covers = { $count ->
    [one] The note verbale concerned resolution { $resolutions }.
   *[other] The note verbale concerned resolutions { $resolutions }.
}
intro-late-web = Replies received after { $deadline } are posted on { $website } only, in the language in which they were received. No addendum will be issued.
intro-late-addendum = Replies received after { $deadline } will be issued as addenda to the present report.

reply-original = [Original: { $language }]
reply-date = [{ $date }]
reply-pending = [Translation pending. The text was received in { $language }.]
replies-nil = { $count ->
    [one] The following stated that it had no information to provide: { $authors }.
   *[other] The following stated that they had no information to provide: { $authors }.
}
reply-on-behalf = { $name } (on behalf of { $group })
reply-on-web = [The full text is on { $website }.]

web-late = Received on { $received }, after the deadline ({ $deadline }). Posted in the language received; not part of the report ({ $report }).
web-full = Full text of the reply; a summary of it is in the report ({ $report }).
heading-addendum = Addendum
addendum-lead = The present addendum contains information received after { $date } and supplements the report ({ $report }).
corrigendum-delete = Delete the text.
# What is observed of treaties, meetings and figures. An instrument at the beginning of a sentence, in it, as object and as
# owner, and its grammatical gender.
instrument-code-gender = neuter
instrument-code-to = to the Code
instrument-code-of = of the Code
instrument-code-object = the Code
instrument-code-start = The Code
instrument-code = the Code
instrument-statute-gender = neuter
instrument-statute-to = to the Statute
instrument-statute-of = of the Statute
instrument-statute-object = the Statute
instrument-statute-start = The Statute
instrument-statute = the Statute
instrument-agreement-gender = neuter
instrument-agreement-to = to the Agreement
instrument-agreement-of = of the Agreement
instrument-agreement-object = the Agreement
instrument-agreement-start = The Agreement
instrument-agreement = the Agreement
instrument-protocol-gender = neuter
instrument-protocol-to = to the Protocol
instrument-protocol-of = of the Protocol
instrument-protocol-object = the Protocol
instrument-protocol-start = The Protocol
instrument-protocol = the Protocol
instrument-convention-gender = neuter
instrument-convention-to = to the Convention
instrument-convention-of = of the Convention
instrument-convention-object = the Convention
instrument-convention-start = The Convention
instrument-convention = the Convention
instrument-treaty-gender = neuter
instrument-treaty-to = to the Treaty
instrument-treaty-of = of the Treaty
instrument-treaty-object = the Treaty
instrument-treaty-start = The Treaty
instrument-treaty = the Treaty
corrigendum-insert = Insert the following text:
corrigendum-text = The text should read:
corrigendum-words = For “{ $old }” read “{ $new }”.
corrigendum-after = After the following: { $place }
corrigendum-after-place = After { $place }
corrigendum-of = { $part } ({ $whole })
corrigendum-within = { $whole }, { $part }
corrigendum-part = { $placed ->
    [inside] other text
    [after] other text
   *[start] Other text
}
corrigendum-note = { $placed ->
    [inside] footnote
    [after] footnote
   *[start] Footnote
} { $number }
corrigendum-item = { $placed ->
    [inside] paragraph
    [after] paragraph
   *[start] Paragraph
} { $number } { $item }
corrigendum-paragraph = { $placed ->
    [inside] paragraph
    [after] paragraph
   *[start] Paragraph
} { $number }
corrigendum-section = { $placed ->
    [inside] section { $number }, heading
    [after] the heading of section { $number }
   *[start] Section { $number }, heading
}
corrigendum-summary = { $placed ->
    [inside] summary
    [after] the summary
   *[start] Summary
}
corrigendum-title = { $placed ->
    [inside] title
    [after] the title
   *[start] Title
}
heading-corrigendum = Corrigendum

obs-lead = The status of the treaties as at { $date } was as follows:
obs-lead-events = Other developments on record as at { $date } were as follows:
obs-item = { $name }. { $text }
obs-signed = { $count ->
    [one] { $number } State had signed { $instrument_object }
   *[other] { $number } States had signed { $instrument_object }
}
obs-ratified = { $acts ->
    [ratified] { $number } had ratified it
    [succeeded] { $number } had ratified or succeeded to it
    [accepted] { $number } had ratified, accepted or approved it
   *[both] { $number } had ratified, accepted, approved or succeeded to it
}
obs-acceded = { $number } had acceded to it
obs-counts = As at { $date }, { $counts }.
obs-in-force = { $instrument_start } has been in force since { $date }.
obs-until = { $instrument_start } is in force until { $date }.
obs-will = { $instrument_start } will enter into force on { $date }.
obs-not-in-force = { $instrument_start } is not in force.
obs-expired = { $instrument_start } is no longer in force; it expired on { $date }.
obs-outstanding = { $count ->
    [one] Ratification by the following State is needed for the entry into force { $instrument_of }: { $states }.
   *[other] Ratification by the following { $number } States is needed for the entry into force { $instrument_of }: { $states }.
}
obs-suspended = The operation { $instrument_of } has been suspended { $states }.
obs-acts = Since { $date }, the following { $count ->
    [one] State has
   *[other] States have
} { $kind ->
    [signature] signed { $instrument_object }
    [ratification] ratified { $instrument_object }
    [acceptance] accepted { $instrument_object }
    [approval] approved { $instrument_object }
    [accession] acceded { $instrument_to }
    [succession] succeeded { $instrument_to }
   *[withdrawal] withdrawn { $count ->
        [one] its
       *[other] their
    } ratification { $instrument_of }
}: { $states }.
obs-act = { $state } ({ $date })
obs-meeting = { $name }. { $text }
obs-held = Held on { $date }.
obs-held-between = Held from { $start } to { $end }.
obs-held-in = Held in { $month }.
obs-held-year = Held in { $year }.

# The draft of a reply.
draft-mark = DRAFT. Not sent. Each sentence is for the Government to confirm, amend or delete.
pack-mark = FOR INFORMATION. Information on record for the reply to the note verbale, each point with its source, subject to correction by the Government.
pack-asked = Replies are requested in connection with { $resolutions }.
pack-bare = No act or vote { $of } on this subject is on record here.
draft-opening = The following is submitted in reply to the note verbale { $reference } of { $date } with regard to { $count ->
    [one] resolution
   *[other] resolutions
} { $resolutions }.
draft-opening-bare = The following is submitted in reply to the note verbale of { $date } with regard to { $count ->
    [one] resolution
   *[other] resolutions
} { $resolutions }.
draft-standing = Participation in treaties, as at { $date }:
draft-since = Treaty actions since the previous report, after { $date }:
draft-since-none = Treaty actions since the previous report, after { $date }: none recorded.
draft-act = { $treaty }: { $kind } ({ $date })
draft-votes = Votes on the resolutions requesting the report:
draft-vote = Resolution { $number } of { $date }: { $vote }
draft-last = { $text }.
draft-next = { $text };
draft-earlier = From the reply in { $report } ({ $date }), for the Government to retain, amend or delete:
vote-in-favour = in favour
vote-against = against
vote-abstaining = abstaining
