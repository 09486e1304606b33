"""What readers say is wrong on a page."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Reports of errors."""

    dependencies = (("web", "0001_accounts_and_work"),)
    operations = (
        migrations.CreateModel(
            "ErrorReport",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("page", models.TextField()),
                ("words", models.TextField()),
                ("answer", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                ("done", models.BooleanField(default=False)),
            ],
        ),
    )
