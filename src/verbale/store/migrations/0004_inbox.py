"""What an inbox lists of a letter, in the rows that are made from the entries; ``rebuild_rows`` fills them."""

from __future__ import annotations

from django.db import migrations, models

_TEXTS = (("kind", 20), ("language", 20), ("dated", 40), ("received", 40), ("step", 20), ("destination", 20))


def _add(name: str, field: models.Field) -> migrations.AddField:
    return migrations.AddField("CaseRow", name, field)


class Migration(migrations.Migration):
    """Columns with empty values, and indexes for lists."""

    dependencies = (("store", "0003_library"),)
    operations = (
        *(_add(name, models.CharField(default="", max_length=length)) for name, length in _TEXTS),
        _add("authors", models.TextField(default="")),
        _add("assigned", models.TextField(default="")),
        _add("confirmed", models.BooleanField(default=False)),
        _add("alarms", models.IntegerField(default=0)),
        migrations.AddIndex("CaseRow", models.Index(fields=("cycle", "first"), name="case_first")),
        migrations.AddIndex("CaseRow", models.Index(fields=("cycle", "step"), name="case_step")),
    )
