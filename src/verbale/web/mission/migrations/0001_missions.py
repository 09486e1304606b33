"""The mission's side: links and devices, drafts, clearances, rules of a mission, receipts."""

from __future__ import annotations

from django.db import migrations, models

_ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
_SHA256 = 64


def _link() -> migrations.CreateModel:
    columns = [
        ("id", _ID),
        ("token", models.CharField(max_length=_SHA256, unique=True)),
        ("cycle", models.TextField()),
        ("state", models.CharField(max_length=40)),
        ("holder", models.CharField(max_length=200)),
        ("part", models.CharField(max_length=20)),
        ("checked", models.TextField(blank=True)),
        ("made_by", models.CharField(max_length=200)),
        ("made_at", models.DateTimeField()),
        ("ends_at", models.DateTimeField()),
        (
            "inviter",
            models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="invited", to="verbale_mission.link"),
        ),
        ("account", models.CharField(blank=True, max_length=200)),
        ("revoked_at", models.DateTimeField(null=True)),
        ("revoked_by", models.CharField(blank=True, max_length=200)),
    ]
    index = models.Index(fields=["cycle", "state"], name="link_of_addressee")
    return migrations.CreateModel("Link", columns, {"indexes": [index]})


def _device() -> migrations.CreateModel:
    columns = [
        ("id", _ID),
        (
            "link",
            models.ForeignKey(on_delete=models.PROTECT, related_name="devices", to="verbale_mission.link"),
        ),
        ("key", models.CharField(max_length=_SHA256, unique=True)),
        ("browser", models.CharField(max_length=80)),
        ("first_at", models.DateTimeField()),
        ("opened_at", models.DateTimeField(null=True)),
        ("last_at", models.DateTimeField()),
    ]
    return migrations.CreateModel("Device", columns)


def _draft() -> migrations.CreateModel:
    columns = [
        ("id", _ID),
        ("cycle", models.TextField()),
        ("state", models.CharField(max_length=40)),
        ("kind", models.CharField(max_length=20)),
        ("about", models.CharField(blank=True, max_length=200)),
        ("name", models.CharField(max_length=200)),
        ("content", models.BinaryField()),
        ("sha256", models.CharField(max_length=_SHA256)),
        ("from_record", models.BooleanField(default=False)),
        ("written_by", models.CharField(max_length=200)),
        ("written_at", models.DateTimeField()),
    ]
    index = models.Index(fields=["cycle", "state"], name="draft_of_mission")
    return migrations.CreateModel("Draft", columns, {"indexes": [index]})


def _clearance() -> migrations.CreateModel:
    columns = [
        ("id", _ID),
        (
            "draft",
            models.ForeignKey(on_delete=models.CASCADE, related_name="clearances", to="verbale_mission.draft"),
        ),
        ("sha256", models.CharField(max_length=_SHA256)),
        ("asked_by", models.CharField(max_length=200)),
        ("asked_at", models.DateTimeField()),
        (
            "asked_on",
            models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="verbale_mission.device"),
        ),
        ("answered_by", models.CharField(blank=True, max_length=200)),
        ("answered_at", models.DateTimeField(null=True)),
        ("cleared", models.BooleanField(default=False)),
        ("words", models.TextField(blank=True)),
    ]
    once = models.UniqueConstraint(fields=("draft", "sha256"), name="clearance_once")
    return migrations.CreateModel("Clearance", columns, {"constraints": [once]})


def _rule() -> migrations.CreateModel:
    columns = [
        ("id", _ID),
        ("cycle", models.TextField()),
        ("state", models.CharField(max_length=40)),
        ("two_people", models.BooleanField(default=False)),
        ("changed_by", models.CharField(max_length=200)),
        ("changed_at", models.DateTimeField()),
    ]
    once = models.UniqueConstraint(fields=("cycle", "state"), name="mission_rule_once")
    return migrations.CreateModel("MissionRule", columns, {"constraints": [once]})


def _submission() -> migrations.CreateModel:
    columns = [
        ("id", _ID),
        ("receipt", models.CharField(max_length=20, unique=True)),
        ("cycle", models.TextField()),
        ("state", models.CharField(max_length=40)),
        ("case", models.CharField(max_length=200)),
        ("sha256", models.CharField(max_length=_SHA256)),
        ("name", models.CharField(max_length=200)),
        ("kind", models.CharField(max_length=20)),
        ("submitted_by", models.CharField(max_length=200)),
        ("cleared_by", models.CharField(blank=True, max_length=200)),
        ("submitted_at", models.DateTimeField()),
        ("entry", models.IntegerField()),
        ("seal", models.CharField(max_length=_SHA256)),
    ]
    index = models.Index(fields=["cycle", "state"], name="submission_of_mission")
    return migrations.CreateModel("Submission", columns, {"indexes": [index]})


class Migration(migrations.Migration):
    """All tables."""

    initial = True
    dependencies = ()
    operations = (_link(), _device(), _draft(), _clearance(), _rule(), _submission())
