"""A backup of a desk with its website: accounts, work and mail come back, sessions do not, nothing is sent twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import connections
from django_tasks_db.models import DBTaskResult
from tests.servers import get_server
from tests.web.conftest import showing
from tests.web.work_tasks import count

from verbale.app.desks import back_up, restore, upgrade_desk
from verbale.store.backup_files import open_backup
from verbale.store.database import address_of, open_database
from verbale.web.mission.models import Device, Draft, Link
from verbale.web.models import Membership, OutgoingMail, Presence, Work
from verbale.web.site import Site
from verbale.web.work.queue import ask_for

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


@pytest.fixture
def people(site: Site) -> Iterator[None]:
    """An officer who is signed in, has a letter open and work to be done, and messages of every status."""
    user = get_user_model().objects.create_user("backed-up", "b@example.org", "a long password of nobody")
    Membership.objects.create(user=user, role="officer")
    Session.objects.create(session_key="k" * 32, session_data="-", expire_date=NOW)
    Presence.objects.create(cycle="2022", case="reply-1", name="backed-up", seen_at=NOW)
    for number, status in enumerate(("waiting", "sending", "sent", "refused")):
        OutgoingMail.objects.create(
            key=hashlib.sha256(status.encode()).hexdigest(),
            message_id=f"<{number}@example.org>",
            cycle="2022",
            code="KHM",
            kind="note",
            language="en",
            recipients="mission@example.org",
            content="0" * 64,
            status=status,
            send_at=NOW,
            actor="backed-up",
        )
    yield
    for model in (OutgoingMail, Presence, Session):
        model.objects.all().delete()
    user.delete()


def rows_of(place: str) -> dict[str, int]:
    with open_database(address_of(place)) as database:
        models = (Membership, OutgoingMail, Work, Presence, Session, get_user_model())
        return {model._meta.db_table: model.objects.using(database.alias).count() for model in models}


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_a_desk_with_its_website_comes_back_without_sessions_and_sends_nothing(
    people: None, site: Site, tmp_path: Path, into: str
) -> None:
    back_up(site.desk, tmp_path / "backup.zip", NOW)
    with open_backup(tmp_path / "backup.zip") as backup:
        assert {"django_session", "web_presence", "web_worker", "usersessions_usersession"} == {
            *backup.manifest.left_out
        }
        assert backup.manifest.tables["auth_user"] >= 1
    place = get_server().make_database() if into == "postgresql" else str(tmp_path / "restored.sqlite")
    done = restore(tmp_path / "backup.zip", place, NOW)
    assert done.held == 2
    before, after = rows_of(site.desk), rows_of(place)
    assert after == before | {"django_session": 0, "web_presence": 0}
    with open_database(address_of(place)) as database:
        statuses = OutgoingMail.objects.using(database.alias).order_by("pk").values_list("status", flat=True)
        assert list(statuses) == ["uncertain", "uncertain", "sent", "refused"]
        user = get_user_model().objects.using(database.alias).get(username="backed-up")
        assert user.check_password("a long password of nobody")
        assert user.date_joined == get_user_model().objects.get(username="backed-up").date_joined
        # Numbers of rows go on after those that came back.
        assert Membership.objects.using(database.alias).create(user=user, role="translator").pk > 0
        assert connections[database.alias].introspection.table_names()
    again = str(tmp_path / "again.zip")
    back_up(place, Path(again), NOW)


def test_links_and_drafts_of_missions_come_back_and_their_sessions_do_not(site: Site, tmp_path: Path) -> None:
    whose, at = {"cycle": "2022", "state": "CUB"}, {"made_at": NOW, "ends_at": NOW}
    link = Link.objects.create(**whose, **at, token="t", holder="A. Pérez", part="principal", made_by="a.officer")
    Device.objects.create(link=link, key="k", browser="Firefox", first_at=NOW, opened_at=NOW, last_at=NOW)
    written = {"kind": "reply", "name": "reply.txt", "sha256": "0" * 64, "written_by": "A. Pérez", "written_at": NOW}
    Draft.objects.create(**whose, **written, content=b"\x00\xffwords")
    back_up(site.desk, tmp_path / "backup.zip", NOW)
    restore(tmp_path / "backup.zip", str(tmp_path / "restored.sqlite"), NOW)
    with open_database(address_of(str(tmp_path / "restored.sqlite"))) as database:
        # Tests of the pages of missions may have left others on this desk.
        draft = Draft.objects.using(database.alias).get(sha256=written["sha256"])
        assert bytes(draft.content) == b"\x00\xffwords"
        device = Device.objects.using(database.alias).select_related("link").get(link__token=link.token)
        assert (device.link.holder, device.first_at, device.opened_at) == ("A. Pérez", NOW, None)
    Draft.objects.filter(sha256=written["sha256"]).delete()
    Device.objects.filter(link=link).delete()
    link.delete()


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_a_desk_is_restored_and_upgraded_where_the_site_itself_names_no_desk_yet(
    people: None, site: Site, tmp_path: Path, into: str
) -> None:
    back_up(site.desk, tmp_path / "backup.zip", NOW)
    nowhere = tmp_path / "nowhere.sqlite"
    place = get_server().make_database() if into == "postgresql" else str(tmp_path / "restored.sqlite")
    before = rows_of(site.desk)
    with showing(str(nowhere), tmp_path):
        # Steps of the tables of other packages name no database: they are not to look into the site's.
        restore(tmp_path / "backup.zip", place, NOW)
        upgrade_desk(place, "web.0005", forgetting=True)
        upgrade_desk(place)
    assert not nowhere.exists()
    after = rows_of(place)
    assert after["web_outgoingmail"] == before["web_outgoingmail"]
    assert after["auth_user"] == before["auth_user"]


def test_work_comes_back_as_it_was(people: None, site: Site, tmp_path: Path) -> None:
    DBTaskResult.objects.all().delete()
    ask_for(count, {"where": "-", "parts": 3, "pause": 0.5}, "counting", "backed-up")
    kept = list(Work.objects.values_list("result_id", "key", "title", "owner"))
    assert len(kept) == 1
    back_up(site.desk, tmp_path / "backup.zip", NOW)
    restore(tmp_path / "backup.zip", str(tmp_path / "restored.sqlite"), NOW)
    with open_database(address_of(str(tmp_path / "restored.sqlite"))) as database:
        found = Work.objects.using(database.alias).select_related("result")
        assert [(work.result_id, work.key, work.title, work.owner) for work in found] == kept
        assert [work.result.args_kwargs for work in found] == [Work.objects.get().result.args_kwargs]
    DBTaskResult.objects.all().delete()
