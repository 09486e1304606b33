"""The pages of the site that every check of pages looks at, and how each is looked at."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from hashlib import sha256
from importlib import resources

from tests.browser.conftest import NARROW, WIDE
from tests.browser.served import CYCLE, EARLIER, LATER, Served

from verbale.app.receiving import case_of

DAY = "2022-06-21"


def _case(name: str) -> str:
    """The address of a letter of the demonstration."""
    return case_of(sha256((resources.files("verbale.app") / "demo_cycle" / name).read_bytes()).hexdigest())


PAGES: Mapping[str, str] = {
    "first page": "/",
    "search": "/search/?q=nuclear+Cuba",
    "search of nothing": "/search/",
    "search without answers": "/search/?q=zyzzyva",
    "documents": "/documents/",
    "documents, none left": "/documents/?q=zyzzyva",
    "document": "/documents/A/77/9901/en/",
    "document with its facts": "/documents/A/77/9901/ar/?facts=1&at=III.CUB.2",
    "facts of a document": "/documents/A/77/9901/en/facts/",
    "citations of a document": "/documents/A/RES/76/901/en/citations/",
    "languages side by side": "/documents/A/77/9901/compare/?with=en&with=ar&with=zh",
    "source of a document": "/documents/A/77/9901/en/source/",
    "versions of a document": "/documents/A/77/9901/en/versions/",
    "no such document": "/documents/A/RES/1/1/en/",
    "states": "/states/",
    "state": "/states/CUB/",
    "state on no day": "/states/CUB/?on=yesterday",
    "state without replies": "/states/KIR/?on=2022-06-21",
    "then and now": f"/states/CUB/?then={EARLIER}&now={LATER}",
    "list of a state": "/states/CUB/?part=acts",
    "treaties": f"/treaties/?on={DAY}",
    "treaty": f"/treaties/TPNW/?on={DAY}",
    "treaty on no day": "/treaties/TPNW/?on=yesterday",
    "acts of a count": f"/treaties/TPNW/?on={DAY}&count=signatures",
    "what if": "/treaties/CTBT/?suppose=USA+ratification+2027-01-01",
    "what if there is no such State": "/treaties/CTBT/?suppose=Atlantis+ratification+2027-01-01",
    "mandates": "/mandates/",
    "mandate": "/mandates/A/RES/76/53/",
    "calendar": "/calendar/",
    "changes": "/changes/?from=2021-06-21&until=2022-06-21",
    "register": "/register/",
    "table of the register": "/register/acts/",
    "sources": "/register/sources/",
    "source": "/register/sources/isc-actions/?place=line+1399",
    "timeline": "/timeline/",
    "statement": "",
    "licence": "/licence/",
    "report an error": "/report-error/?page=/states/CUB/",
    "sign in": "/accounts/login/",
    "nothing here": "/nothing/",
    "desk": "/desk/",
    "desk, a cycle": f"/desk/{CYCLE}/",
    "desk, inbox": f"/desk/{CYCLE}/inbox/",
    "desk, inbox with none": f"/desk/{CYCLE}/inbox/?q=zyzzyva",
    "desk, begin a cycle": "/new-cycle/",
    "desk, a cycle filled in": "/new-cycle/?base=programme:nuclear-disarmament",
    "desk, programmes": "/programmes/",
    "desk, programme": "/programmes/oceans/",
    "desk, outbox": f"/desk/{CYCLE}/outbox/",
    "desk, note verbale": f"/desk/{CYCLE}/outbox/note/ar/",
    "desk, translations": f"/desk/{CYCLE}/translations/",
    "desk, report": f"/desk/{CYCLE}/report/",
    "desk, report in a language": f"/desk/{CYCLE}/report/ar/",
    "desk, part of the report": f"/desk/{CYCLE}/report/en/observations/",
    "desk, publication": f"/desk/{CYCLE}/publication/",
    "desk, contents": f"/desk/{CYCLE}/publication/contents/",
    "desk, an act with gates": f"/desk/{CYCLE}/acts/issue/",
    "desk, an act with files": f"/desk/{CYCLE}/acts/corrigendum/",
    "desk, reconciliation": f"/desk/{CYCLE}/reconciliation/",
    "desk, units": f"/desk/{CYCLE}/reconciliation/units/",
    "desk, remark": f"/desk/{CYCLE}/timeline/5/remark/",
    "desk, take back": f"/desk/{CYCLE}/timeline/3/undo/",
    "desk, timeline": f"/desk/{CYCLE}/timeline/",
    "desk, mail": f"/desk/{CYCLE}/mail/",
    "desk, a batch of mail": f"/desk/{CYCLE}/mail/batch/",
    "desk, addresses": "/addresses/",
    "desk, people": "/people/",
    "desk, terms": f"/desk/{CYCLE}/terms/",
    "desk, an act": f"/desk/{CYCLE}/acts/extend/",
    "desk, a letter": f"/desk/{CYCLE}/letters/{_case('morocco.ar.txt')}/",
    "desk, links of missions": f"/desk/{CYCLE}/links/",
    "mission": "/mission/",
    "a link that is not valid": "/mission/links/none/",
    "check a receipt": "/mission/check/",
    "desk, a letter of pages": f"/desk/{CYCLE}/letters/{_case('philippines.en.pdf')}/?at=1",
}
"""Each page by its name; one without an address is found by ``place_of``."""
REFUSED = {"nothing here": 404, "a link that is not valid": 404, "no such document": 404, "state on no day": 400}
"""The pages whose status is that of a refusal."""
LANGUAGES, SCHEMES, WIDTHS = ("en", "ar", "zh"), ("light", "dark"), (WIDE, NARROW)
LOOKS = tuple(itertools.product(LANGUAGES, SCHEMES, WIDTHS))
"""Language, light or dark, width: all there are."""


def look_of(number: int) -> tuple[str, str, int]:
    """A look for the page of a number: in turns Arabic on a telephone and another on a wide screen, light and dark."""
    scheme = SCHEMES[number // 2 % 2]
    return ("ar", scheme, NARROW) if number % 2 else ("zh" if number % 3 else "en", scheme, WIDE)


def place_of(site: Served, name: str) -> str:
    """Where a page is."""
    if name != "statement":
        return PAGES[name]
    acts = json.loads(site.get("/states/CUB/?part=acts&format=json"))["rows"]
    return next(str(row["statement"]) for row in acts if row["statement"])
