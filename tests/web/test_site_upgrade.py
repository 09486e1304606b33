"""The tables of the website by one form back and on again; what the older one has no place for is named first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.servers import get_server

from verbale.app.desks import back_up, restore, upgrade_desk
from verbale.errors import Refused
from verbale.store.database import address_of, open_database
from verbale.web.models import DeskProgramme, OutgoingMail
from verbale.web.site import Site

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def copied(request: pytest.FixtureRequest, site: Site, tmp_path: Path) -> Iterator[str]:
    """A copy of the desk of the site, to be changed."""
    back_up(site.desk, tmp_path / "backup.zip", NOW)
    server = get_server() if request.param == "postgresql" else None
    place = server.make_database() if server else str(tmp_path / "desk.sqlite")
    restore(tmp_path / "backup.zip", place, NOW)
    yield place
    if server:
        server.drop_database(place)


def test_a_website_goes_one_form_back_and_on_again(copied: str, tmp_path: Path) -> None:
    back = upgrade_desk(copied, "web.0005")
    assert back[-1] == "0006_programmes"
    back_up(copied, tmp_path / "older.zip", NOW)
    assert sorted(upgrade_desk(copied)) == sorted(back)
    with open_database(address_of(copied)) as database:
        DeskProgramme.objects.using(database.alias).create(name="water", files={}, changed_by="A.", changed_at=NOW)
    with pytest.raises(Refused, match="1 rows of web_deskprogramme"):
        upgrade_desk(copied, str(tmp_path / "older.zip"))
    with open_database(address_of(copied)) as database:
        assert DeskProgramme.objects.using(database.alias).get().name == "water"
    assert upgrade_desk(copied, "web.0005", forgetting=True)[-1] == "0006_programmes"
    done = restore(tmp_path / "older.zip", str(tmp_path / "again.sqlite"), NOW)
    with open_database(address_of(str(tmp_path / "again.sqlite"))) as database:
        assert not DeskProgramme.objects.using(database.alias).exists()
        assert OutgoingMail.objects.using(database.alias).count() == done.held == 0
