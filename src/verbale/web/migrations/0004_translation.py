"""What translators are asked, and the memories that a desk offers from."""

from __future__ import annotations

from django.db import migrations, models


def _id() -> tuple[str, models.BigAutoField]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    """The translation board."""

    dependencies = (("web", "0003_desk"),)
    operations = (
        migrations.CreateModel(
            "TranslationQuery",
            [
                _id(),
                ("cycle", models.TextField()),
                ("case", models.CharField(max_length=200)),
                ("language", models.CharField(max_length=3)),
                ("ref", models.CharField(blank=True, max_length=200)),
                ("words", models.TextField()),
                ("asked_by", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            {"indexes": [models.Index(fields=("cycle", "case", "language"), name="query_of_job")]},
        ),
        migrations.CreateModel(
            "MemoryFile",
            [
                _id(),
                ("content", models.CharField(max_length=64, unique=True)),
                ("name", models.TextField()),
                ("added_by", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField()),
            ],
        ),
    )
