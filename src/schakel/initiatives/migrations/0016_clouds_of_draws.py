from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0015_dossiers_of_the_network"),
    ]

    operations = [
        migrations.AddField(
            model_name="valuecard",
            name="cloud_broad",
            field=models.TextField(blank=True, default="", verbose_name="wolk van doorrekeningen, breed"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="valuecard",
            name="cloud_narrow",
            field=models.TextField(blank=True, default="", verbose_name="wolk van doorrekeningen, smal"),
            preserve_default=False,
        ),
    ]
