# The words of the programme nuclear-disarmament in English.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Office for Disarmament Affairs
office-full = The Office for Disarmament Affairs
office-start = The Office for Disarmament Affairs
office-of = of the Office for Disarmament Affairs
office-short = the Office
office-short-of = of the Office

report-summary = { $replies ->
    [0] The present report describes efforts to advance nuclear disarmament and non-proliferation since the previous report ({ $previous }). No reply had been received by the deadline.
   *[other] The present report describes efforts to advance nuclear disarmament and non-proliferation since the previous report ({ $previous }), and contains the replies received.
}
report-summary-first = { $replies ->
    [0] The present report describes efforts to advance nuclear disarmament and non-proliferation. No reply had been received by the deadline.
   *[other] The present report describes efforts to advance nuclear disarmament and non-proliferation and contains the replies received.
}

intro-icj = In paragraph { $paragraph } of resolution { $number }, the General Assembly requested all States to inform the Secretary-General of the efforts and measures that they had taken with respect to the implementation of that resolution and nuclear disarmament, and requested the Secretary-General to apprise it of that information at its { $session }.
intro-nd = In paragraph { $paragraph } of resolution { $number }, the General Assembly requested the Secretary-General to report to it at its { $session } on the implementation of that resolution.
intro-rnd = In paragraph { $paragraph } of resolution { $number }, the General Assembly requested the Secretary-General to intensify efforts in support of the seven recommendations that would significantly reduce the risk of nuclear war (see A/56/400, para. 3), to encourage Member States to consider an international conference on ways of eliminating nuclear dangers, and to report thereon at its { $session }.
