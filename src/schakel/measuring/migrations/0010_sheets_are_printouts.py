"""The sheet of an indicator is a printout like every other paper; what was set before was kept for a week only."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("measuring", "0009_series_end_and_means_have_a_spread"),
    ]

    operations = [
        migrations.DeleteModel(
            name="Fiche",
        ),
    ]
