"""The library of a desk: what was added and withdrawn, and the list of documents that is made from it."""

from __future__ import annotations

from django.db import migrations, models


def _id() -> tuple[str, models.BigAutoField]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    """Documents that anybody may read."""

    dependencies = (("store", "0002_case_rows"),)
    operations = (
        migrations.CreateModel(
            "LibraryEntry",
            [
                _id(),
                ("act", models.CharField(max_length=20)),
                ("content", models.CharField(max_length=64)),
                ("reading", models.CharField(max_length=64)),
                ("name", models.TextField()),
                ("source", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("at", models.CharField(max_length=40)),
                ("actor", models.TextField()),
            ],
            {"indexes": [models.Index(fields=("content",), name="library_content")]},
        ),
        migrations.CreateModel(
            "DocumentRow",
            [
                _id(),
                ("reading", models.CharField(max_length=64, unique=True)),
                ("content", models.CharField(max_length=64)),
                ("address", models.CharField(max_length=200)),
                ("symbol", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(max_length=3)),
                ("title", models.TextField(blank=True)),
                ("date", models.CharField(blank=True, max_length=40)),
                ("session", models.IntegerField(null=True)),
                ("profile", models.CharField(max_length=40)),
                ("units", models.IntegerField()),
                ("name", models.TextField()),
                ("source", models.TextField(blank=True)),
                ("added_at", models.CharField(max_length=40)),
                ("current", models.BooleanField()),
            ],
            {
                "indexes": [
                    models.Index(fields=("address", "language"), name="document_address"),
                    models.Index(fields=("session", "profile"), name="document_session"),
                    models.Index(fields=("content",), name="document_content"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("address", "language"), condition=models.Q(current=True), name="document_current"
                    )
                ],
            },
        ),
    )
