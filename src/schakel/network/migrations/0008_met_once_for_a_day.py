"""What an obligation asks on a day is met once: sent in twice, it counts once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0007_what_parties_do"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="obligationreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_met", True)),
                fields=("network", "obligation", "due_on"),
                name="an_obligation_is_met_once_for_a_day",
                nulls_distinct=False,
            ),
        ),
    ]
