"""Programmes of the desk's own."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """The texts of a programme."""

    dependencies = (("web", "0005_mail"),)
    operations = (
        migrations.CreateModel(
            "DeskProgramme",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("files", models.JSONField()),
                ("changed_by", models.CharField(max_length=200)),
                ("changed_at", models.DateTimeField()),
            ],
        ),
    )
