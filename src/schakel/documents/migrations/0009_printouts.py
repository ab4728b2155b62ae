"""Papers as PDF, each seen by who asked for it and by nobody else, for the database too."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy

MY_OWN = "person_id = (select c.subject from tenancy.context() c where c.kind = 'person')"


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0008_annexes"),
        ("network", "0014_numbers_of_organisations_beat_everywhere"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Printout",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=300, verbose_name="titel")),
                ("path", models.CharField(max_length=300, verbose_name="adres van de pagina")),
                ("file_name", models.CharField(max_length=120, verbose_name="naam van het bestand")),
                ("content", models.JSONField(verbose_name="wat erop staat")),
                ("sha256", models.CharField(max_length=64, verbose_name="vingerafdruk van wat erop staat")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="gemaakt op")),
                ("failed_at", models.DateTimeField(blank=True, null=True, verbose_name="mislukt op")),
                ("data", models.BinaryField(blank=True, null=True, verbose_name="inhoud")),
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
            ],
            options={
                "verbose_name": "afdruk",
                "verbose_name_plural": "afdrukken",
                "ordering": ("-asked_at",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "person", "sha256"),
                        name="the_same_paper_is_printed_once_for_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("data__isnull", True), ("made_at__isnull", True)),
                            models.Q(
                                ("data__isnull", False),
                                ("failed_at__isnull", True),
                                ("made_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_printout_that_was_made_has_its_file",
                    ),
                ],
            },
        ),
        Tenancy("documents", "printout", private=MY_OWN),
        # Files are packed already: packing them again costs time and gains nothing.
        migrations.RunSQL(
            "alter table documents_printout alter column data set storage external;", migrations.RunSQL.noop
        ),
    ]
