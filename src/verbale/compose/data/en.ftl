# The words of notes verbales and reports in English.

label-section-1 = I.
label-section-2 = II.
label-section-3 = III.
label-section-4 = IV.
label-paragraph = { $number }.
label-item = ({ $letter })

heading-summary = Summary
heading-introduction = Introduction
heading-observations = Observations
heading-replies = Information received from Governments
heading-organisations = Information received from organizations
heading-report = Report of the Secretary-General
heading-note = Note verbale

# As they stand in the line under the name of a State.
language-ar = Arabic
language-zh = Chinese
language-en = English
language-fr = French
language-ru = Russian
language-es = Spanish

office = Office for Disarmament Affairs
secretary-general = Secretary-General

group-member-states = the Permanent Missions of Member States
group-all-states = the Permanent Missions of all States
group-observers = the permanent observer missions
group-organisations = the offices of international organizations

invited-member-states = Member States
invited-all-states = all States
invited-observers = observers
invited-organisations = international organizations

resolution-entitled = General Assembly resolution { $number } of { $date }, entitled “{ $title }”
resolution-number = { $number }
resolution-bare = { $numbers } of { $date }

note-reference = Reference: { $reference }
note-opening = The Office for Disarmament Affairs of the United Nations presents its compliments to { $addressees } and has the honour to refer to { $resolutions }.
note-paragraph = Paragraph { $paragraph } of resolution { $number } reads as follows:
note-views = To enable the Secretary-General to report to the General Assembly at its { $session } session, the Office would be grateful to receive the views of Governments by { $deadline }.
note-language = Replies may be sent in any of the six official languages, as a text file together with the signed original. A reply should name the resolution that it answers.
note-length = A reply should not exceed { $words } words.
note-summary = Where a longer text is sent, a summary of no more than { $summary } words will be reproduced in the report.
note-web = The full text will be posted on the website of the Office unless the Government objects.
note-web-consent = The full text will be posted on the website of the Office where the Government agrees.
note-late-web = Replies received after that date will be posted on the website of the Office only, in the language in which they are received; no addendum to the report will be issued.
note-late-addendum = Replies received after that date will be issued as addenda to the report.
note-closing = The Office for Disarmament Affairs avails itself of this opportunity to renew to { $addressees } the assurances of its highest consideration.
note-place = New York, { $date }
note-reminder = The Office for Disarmament Affairs of the United Nations presents its compliments to the Permanent Mission of { $state } and recalls its note verbale { $reference } of { $date }. The reply of the Government is awaited until { $deadline }.

report-language = English
report-original = Original: { $language }
report-summary = The present report describes what was done for nuclear disarmament and non-proliferation since the previous report ({ $previous }), and contains the replies received from Governments.
report-summary-first = The present report describes what was done for nuclear disarmament and non-proliferation, and contains the replies received from Governments.

intro-submitted = { $count ->
    [one] The present report is submitted pursuant to General Assembly resolution { $resolutions }.
   *[other] The present report is submitted pursuant to General Assembly resolutions { $resolutions }.
}
intro-icj = In paragraph { $paragraph } of resolution { $number }, the General Assembly asked all States to inform the Secretary-General of what they had done to implement that resolution and for nuclear disarmament, and asked the Secretary-General to bring that information before it at its { $session } session.
intro-nd = In paragraph { $paragraph } of resolution { $number }, the General Assembly asked the Secretary-General to report on the implementation of that resolution at its { $session } session.
intro-rnd = In paragraph { $paragraph } of resolution { $number }, the General Assembly asked the Secretary-General to intensify efforts in support of the seven recommendations that would significantly reduce the risk of nuclear war (see A/56/400, para. 3), to encourage Member States to consider an international conference on ways of eliminating nuclear dangers, and to report thereon at its { $session } session.
intro-other = In paragraph { $paragraph } of resolution { $number }, the General Assembly asked the Secretary-General to report to it at its { $session } session.
intro-note = By a note verbale dated { $date }, { $addressees } were invited to submit their views. The replies received by { $deadline } are reproduced in section III below.
intro-none = By a note verbale dated { $date }, { $addressees } were invited to submit their views. No reply had been received by { $deadline }.
intro-covers = { $count ->
    [one] The note verbale concerned resolution { $resolutions }.
   *[other] The note verbale concerned resolutions { $resolutions }.
}
intro-late-web = Replies received after that date are posted on the website of the Office for Disarmament Affairs (www.un.org/disarmament) only, in the language in which they were received. No addendum will be issued.
intro-late-addendum = Replies received after that date will be issued as addenda to the present report.

reply-original = [Original: { $language }]
reply-date = [{ $date }]
reply-pending = [Translation pending. The text was received in { $language }.]
replies-nil = The following stated that they had no information to provide: { $authors }.
reply-on-behalf = { $name } (on behalf of { $group })
reply-on-web = [The full text is on the website of the Office for Disarmament Affairs.]

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

# The draft of a reply.
draft-mark = DRAFT. Not sent. Each sentence is for the Government to confirm, change or drop.
pack-mark = FOR INFORMATION. What is on record for the reply to the note verbale, each point with its source; the Government knows better.
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
