"""An archive says which versions of documents are in it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_made_here"),
    ]

    operations = [
        migrations.AddField(
            model_name="documentversion",
            name="holds",
            field=models.JSONField(
                blank=True, default=list, verbose_name="versies van documenten die erin zitten"
            ),
        ),
    ]
