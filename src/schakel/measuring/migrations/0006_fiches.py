"""The indicator sheet as a PDF, kept for a while for who asked for it."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("measuring", "0005_readings"),
        ("network", "0009_each_answer_stays"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Fiche",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("file_name", models.CharField(max_length=120, verbose_name="bestand")),
                ("data", models.BinaryField(verbose_name="inhoud")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.network",
                        verbose_name="netwerk",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gevraagd door",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="measuring.indicatorversion",
                        verbose_name="versie van een indicator",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicatorfiche",
                "verbose_name_plural": "indicatorfiches",
                "ordering": ("-made_at",),
            },
        ),
        Tenancy("measuring", "fiche"),
    ]
