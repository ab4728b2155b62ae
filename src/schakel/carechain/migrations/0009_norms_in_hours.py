"""A norm for a link may be in hours, of all days or of working days, and a link has its waits in both."""

from django.db import migrations, models

UNITS = [
    ("days", "kalenderdagen"),
    ("workdays", "werkdagen"),
    ("hours", "uren"),
    ("workhours", "uren op werkdagen"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0008_norms_in_working_days"),
    ]

    operations = [
        *(
            migrations.AddField(
                model_name="chainlink",
                name=name,
                field=models.JSONField(db_default={}, default=dict, verbose_name=words),
            )
            for name, words in (
                ("hours", "wachttijden in uren"),
                ("workhours", "wachttijden in uren op werkdagen"),
            )
        ),
        *(
            operation
            for model in ("chainnorm", "chainnormevent")
            for operation in (
                migrations.AlterField(
                    model_name=model,
                    name="most_days",
                    field=models.PositiveSmallIntegerField(
                        db_column="most_days", verbose_name="hoogstens zoveel dagen of uren"
                    ),
                ),
                # The column keeps its name: what still runs of the version before reads it so.
                migrations.RenameField(model_name=model, old_name="most_days", new_name="most"),
                migrations.AlterField(
                    model_name=model,
                    name="unit",
                    field=models.CharField(
                        choices=UNITS,
                        db_default="days",
                        default="days",
                        max_length=10,
                        verbose_name="dagen of uren",
                    ),
                ),
            )
        ),
        migrations.AddConstraint(
            model_name="chainnorm",
            constraint=models.CheckConstraint(
                condition=models.Q(("unit__in", ["days", "workdays"]), ("most__lte", 336), _connector="OR"),
                name="a_chain_norm_in_hours_is_two_weeks_at_most",
            ),
        ),
    ]
