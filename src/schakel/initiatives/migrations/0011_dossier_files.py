"""Which version of which document is the PDF of a dossier; written once by the worker."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_made_here"),
        ("initiatives", "0010_measures"),
        ("network", "0007_what_parties_do"),
    ]

    operations = [
        migrations.CreateModel(
            name="DossierFile",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="initiatives.dossier",
                    ),
                ),
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.documentversion",
                        verbose_name="bestand",
                    ),
                ),
            ],
            options={
                "verbose_name": "bestand van een dossier",
                "verbose_name_plural": "bestanden van een dossier",
                "constraints": [
                    models.UniqueConstraint(fields=("network", "dossier"), name="a_dossier_has_one_file")
                ],
            },
        ),
        *tenant_tables("initiatives", [], append_only=["dossierfile"]),
    ]
