"""Limits tell on which periods they rest, and whether these are those of the baseline."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("measuring", "0006_fiches"),
    ]

    operations = [
        migrations.AddField(
            model_name="reading",
            name="is_of_before",
            field=models.BooleanField(default=False, verbose_name="grenzen zijn die van de nulmeting"),
        ),
        migrations.AddField(
            model_name="reading",
            name="limits_from_on",
            field=models.DateField(blank=True, null=True, verbose_name="grenzen rusten op cijfers vanaf"),
        ),
        migrations.AddField(
            model_name="reading",
            name="limits_last_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="grenzen rusten op cijfers tot en met"
            ),
        ),
        migrations.AddField(
            model_name="reading",
            name="lower",
            field=models.FloatField(blank=True, null=True, verbose_name="ondergrens bij het laatste cijfer"),
        ),
        migrations.AddField(
            model_name="reading",
            name="upper",
            field=models.FloatField(blank=True, null=True, verbose_name="bovengrens bij het laatste cijfer"),
        ),
    ]
