"""Dossiers: what a body decided upon, kept as it was; the runtime role adds and never changes one."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0006_written_down_late"),
        ("initiatives", "0008_internal_notes"),
        ("network", "0006_who_manages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "gate",
                    models.CharField(
                        choices=[
                            ("p0", "P0 Ontvankelijk"),
                            ("p1", "P1 Screening"),
                            ("p2", "P2 Na verkenning"),
                            ("p3", "P3 Start"),
                            ("p4", "P4 Doorgaan"),
                            ("p5", "P5 Borgen"),
                            ("p6", "P6 Decharge"),
                            ("px", "PX Tussentijds"),
                        ],
                        max_length=10,
                        verbose_name="poort",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("content", models.JSONField(verbose_name="inhoud")),
                ("sha256", models.CharField(max_length=64, verbose_name="kenmerk van de inhoud")),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.decision",
                        verbose_name="besluit",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gemaakt door",
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
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
                "ordering": ("initiative", "-number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "initiative", "number"),
                        name="dossiers_of_an_initiative_are_numbered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256", ""), _negated=True), name="a_dossier_has_a_fingerprint"
                    ),
                ],
            },
        ),
        *tenant_tables("initiatives", [], append_only=["dossier"]),
    ]
