"""What comes in by the browser, and who has which letter open."""

from __future__ import annotations

from django.db import migrations, models


def _id() -> tuple[str, models.BigAutoField]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


class Migration(migrations.Migration):
    """The desk in the browser."""

    dependencies = (("web", "0002_error_reports"),)
    operations = (
        migrations.CreateModel(
            "Intake",
            [
                _id(),
                ("cycle", models.TextField()),
                ("content", models.CharField(max_length=64)),
                ("name", models.TextField()),
                ("channel", models.CharField(max_length=20)),
                ("received", models.CharField(max_length=40)),
                ("actor", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=20)),
                ("done", models.BooleanField(default=False)),
                ("cases", models.TextField(blank=True)),
            ],
            {"indexes": [models.Index(fields=("cycle", "done"), name="intake_open")]},
        ),
        migrations.CreateModel(
            "Presence",
            [
                _id(),
                ("cycle", models.TextField()),
                ("case", models.CharField(max_length=200)),
                ("name", models.CharField(max_length=200)),
                ("seen_at", models.DateTimeField()),
            ],
            {
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "case", "name"), name="presence_once"),
                ]
            },
        ),
    )
