# The words of the programme oceans in English.

# The office: in the masthead, at the beginning of a sentence with and without the organization, as owner; then its short
# name in a sentence and as owner.
office = Division for Ocean Affairs and the Law of the Sea
office-full = The Division for Ocean Affairs and the Law of the Sea of the Office of Legal Affairs
office-start = The Division for Ocean Affairs and the Law of the Sea
office-of = of the Division for Ocean Affairs and the Law of the Sea
office-short = the Division
office-short-of = of the Division
