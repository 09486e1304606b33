# The words of the programme human-rights in English.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Office of the United Nations High Commissioner for Human Rights
office-full = The Office of the United Nations High Commissioner for Human Rights
office-start = The Office of the United Nations High Commissioner for Human Rights
office-of = of the Office of the United Nations High Commissioner for Human Rights
office-short = the Office
office-short-of = of the Office
mission-seat = to the United Nations Office at Geneva

heading-report = Report of the Office of the United Nations High Commissioner for Human Rights
note-place = Geneva, { $date }
note-views = To prepare its report to { $organ } at its { $session }, { office-short } would be grateful to receive the views of { $organisations ->
    [yes] Governments and organizations
    [only] organizations
   *[no] Governments
} by { $deadline }.
intro-other = In paragraph { $paragraph } of resolution { $number }, { $organ } requested { office-other } to report to it at its { $session }.
office-other = the Office of the United Nations High Commissioner for Human Rights
