"""Who may act as what, and what is done in the background."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_CASCADE = django.db.models.deletion.CASCADE


class Migration(migrations.Migration):
    """Memberships, workers and their work."""

    initial = True
    dependencies = (
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    )
    operations = (
        migrations.CreateModel(
            "Work",
            [
                (
                    "result",
                    models.OneToOneField(
                        on_delete=_CASCADE,
                        primary_key=True,
                        related_name="work",
                        serialize=False,
                        to="django_tasks_database.dbtaskresult",
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("owner", models.CharField(blank=True, max_length=200)),
                ("worker", models.CharField(blank=True, max_length=64)),
                ("attempts", models.IntegerField(default=0)),
                ("done", models.IntegerField(default=0)),
                ("total", models.IntegerField(default=0)),
                ("words", models.TextField(blank=True)),
                ("revision", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            "Worker",
            [
                ("id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("seen_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            "Membership",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=20)),
                ("state", models.CharField(blank=True, max_length=40)),
                (
                    "user",
                    models.ForeignKey(on_delete=_CASCADE, related_name="memberships", to=settings.AUTH_USER_MODEL),
                ),
            ],
            {"constraints": [models.UniqueConstraint(fields=("user", "role", "state"), name="membership_once")]},
        ),
    )
