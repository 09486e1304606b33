"""Mail of the desk: contacts, what goes out, what comes in, how far the mailbox was read, reminders put off."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


def _id() -> tuple[str, models.BigAutoField]:
    return ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def _outgoing() -> migrations.CreateModel:
    return migrations.CreateModel(
        "OutgoingMail",
        [
            _id(),
            ("key", models.CharField(max_length=64, unique=True)),
            ("message_id", models.CharField(max_length=200, unique=True)),
            ("cycle", models.TextField()),
            ("code", models.CharField(max_length=40)),
            ("kind", models.CharField(max_length=20)),
            ("language", models.CharField(max_length=3)),
            ("recipients", models.TextField()),
            ("content", models.CharField(max_length=64)),
            ("status", models.CharField(default="waiting", max_length=20)),
            ("attempts", models.IntegerField(default=0)),
            ("send_at", models.DateTimeField()),
            ("retried_at", models.DateTimeField(null=True)),
            ("sent_at", models.DateTimeField(null=True)),
            ("worker", models.CharField(blank=True, max_length=64)),
            ("words", models.TextField(blank=True)),
            ("actor", models.CharField(max_length=200)),
        ],
        {
            "indexes": [
                models.Index(fields=("status", "send_at"), name="mail_due"),
                models.Index(fields=("cycle", "code"), name="mail_of_addressee"),
            ]
        },
    )


class Migration(migrations.Migration):
    """Mail goes out once, and what comes back is matched with it."""

    dependencies = (("web", "0004_translation"),)
    operations = (
        migrations.CreateModel(
            "Contact",
            [
                _id(),
                ("code", models.CharField(max_length=40, unique=True)),
                ("addresses", models.TextField()),
                ("language", models.CharField(max_length=3)),
            ],
        ),
        _outgoing(),
        migrations.CreateModel(
            "IncomingMail",
            [
                _id(),
                ("place", models.CharField(max_length=200, unique=True)),
                ("content", models.CharField(max_length=64)),
                ("name", models.TextField()),
                ("sender", models.TextField(blank=True)),
                ("subject", models.TextField(blank=True)),
                ("kind", models.CharField(max_length=20)),
                ("received", models.CharField(max_length=40)),
                ("cycle", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
                (
                    "mail",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="web.outgoingmail",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            "Mailbox",
            [
                _id(),
                ("address", models.CharField(max_length=200, unique=True)),
                ("validity", models.BigIntegerField(default=0)),
                ("uid", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            "Snooze",
            [
                _id(),
                ("cycle", models.TextField()),
                ("code", models.CharField(max_length=40)),
                ("until", models.DateField()),
            ],
            {"constraints": [models.UniqueConstraint(fields=("cycle", "code"), name="snooze_once")]},
        ),
    )
