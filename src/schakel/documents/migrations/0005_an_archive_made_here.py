"""The platform makes an archive itself."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0004_words_that_wait"),
    ]

    operations = [
        migrations.AlterField(
            model_name="documentversion",
            name="kind",
            field=models.CharField(
                choices=[
                    ("pdf", "PDF"),
                    ("docx", "Word"),
                    ("xlsx", "Excel"),
                    ("pptx", "PowerPoint"),
                    ("odt", "OpenDocument"),
                    ("png", "PNG-afbeelding"),
                    ("jpg", "JPEG-afbeelding"),
                    ("csv", "CSV-tabel"),
                    ("txt", "tekst"),
                    ("zip", "archief (zip)"),
                ],
                max_length=10,
                verbose_name="soort bestand",
            ),
        ),
    ]
