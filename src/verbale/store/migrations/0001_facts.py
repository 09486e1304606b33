"""The six tables of facts. Entries are never changed and never taken out: the database itself refuses it."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = (
    "create trigger entries_stay before update on store_entry begin select raise(abort, 'entries stay'); end",
    "create trigger entries_last before delete on store_entry begin select raise(abort, 'entries stay'); end",
    # "insert or replace" deletes without a trigger for it.
    """create trigger entries_once before insert on store_entry
    when exists (select 1 from store_entry where id = new.id)
    or exists (select 1 from store_entry where cycle_id = new.cycle_id and number = new.number)
    or exists (
        select 1 from store_entry
        where cycle_id = new.cycle_id and "case" = new."case" and case_version = new.case_version
    )
    begin select raise(abort, 'entries stay'); end""",
)
_POSTGRESQL = (
    """create function store_entries_stay() returns trigger language plpgsql as
    $$ begin raise exception 'entries stay'; end $$""",
    """create trigger entries_stay before update or delete on store_entry
    for each row execute function store_entries_stay()""",
    """create trigger entries_last before truncate on store_entry
    for each statement execute function store_entries_stay()""",
)
_BACK = (
    "drop trigger if exists entries_stay on store_entry",
    "drop trigger if exists entries_last on store_entry",
    "drop function if exists store_entries_stay()",
)


def _protect(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement)


def _release(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        for name in ("entries_stay", "entries_last", "entries_once"):
            editor.execute(f"drop trigger if exists {name}")
        return
    for statement in _BACK:
        editor.execute(statement)


def _text(length: int, **options: bool) -> models.CharField:
    return models.CharField(max_length=length, **options)


def _id() -> tuple[str, models.BigAutoField]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def _cycle(name: str) -> tuple[str, models.ForeignKey]:
    to = django.db.models.deletion.PROTECT
    return ("cycle", models.ForeignKey(on_delete=to, related_name=name, to="store.cycle"))


class Migration(migrations.Migration):
    """The first form."""

    initial = True
    operations = (
        migrations.CreateModel(
            "Content",
            [
                ("sha256", _text(64, primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("data", models.BinaryField(null=True)),
            ],
        ),
        migrations.CreateModel(
            "Reading",
            [
                _id(),
                ("digest", _text(64, unique=True)),
                ("content", _text(64)),
                ("pipeline", _text(200)),
                ("kind", _text(40)),
                ("record", models.BinaryField()),
            ],
            {"indexes": [models.Index(fields=("content", "pipeline", "kind"), name="reading_of_content")]},
        ),
        migrations.CreateModel(
            "Cycle",
            [
                _id(),
                ("name", models.TextField(unique=True)),
                ("number", models.BigIntegerField(default=0)),
                ("seal", _text(64)),
            ],
        ),
        migrations.CreateModel(
            "Entry",
            [
                _id(),
                ("number", models.BigIntegerField()),
                ("case", _text(200)),
                ("case_version", models.BigIntegerField()),
                ("kind", _text(40)),
                ("schema", models.IntegerField()),
                ("at", _text(40)),
                ("actor", models.TextField()),
                ("facts", models.TextField()),
                ("previous", _text(64)),
                ("seal", _text(64)),
                _cycle("entries"),
            ],
            {
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "number"), name="entry_number"),
                    models.UniqueConstraint(fields=("cycle", "case", "case_version"), name="entry_of_case"),
                ]
            },
        ),
        migrations.CreateModel(
            "Judgement",
            [
                _id(),
                ("content", _text(64)),
                ("key", _text(200)),
                ("verdict", _text(20)),
                ("value", models.TextField(blank=True)),
                ("reason", models.TextField()),
                ("at", _text(40)),
                ("actor", models.TextField()),
            ],
            {"indexes": [models.Index(fields=("content", "key"), name="judgement_of_content")]},
        ),
        migrations.CreateModel(
            "Compiled",
            [
                _id(),
                ("number", models.BigIntegerField()),
                ("name", models.TextField()),
                ("sha256", _text(64)),
                _cycle("compiled"),
            ],
            {
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "number", "name"), name="compiled_file"),
                ]
            },
        ),
        migrations.RunPython(_protect, _release),
    )
