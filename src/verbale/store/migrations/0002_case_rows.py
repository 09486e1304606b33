"""The projection of cases for lists: made from the entries, and dropped without a loss."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Lists without folding every chain."""

    dependencies = (("store", "0001_facts"),)
    operations = (
        migrations.CreateModel(
            "CaseRow",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=200)),
                ("version", models.BigIntegerField()),
                ("stage", models.CharField(max_length=20)),
                ("author", models.CharField(blank=True, max_length=40)),
                ("name", models.TextField(blank=True)),
                ("first", models.BigIntegerField()),
                ("last_at", models.CharField(max_length=40)),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cases", to="store.cycle"
                    ),
                ),
            ],
            {
                "constraints": [models.UniqueConstraint(fields=("cycle", "case"), name="case_of_cycle")],
                "indexes": [models.Index(fields=("cycle", "stage"), name="case_stage")],
            },
        ),
    )
