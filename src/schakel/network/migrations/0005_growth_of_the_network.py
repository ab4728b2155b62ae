"""What the growth of a network needs, with evidence, and who contributes what."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0004_agreements_that_renew"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ContributionTier",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("value", "waarde"),
                            ("preconditions", "randvoorwaarden"),
                            ("conditions", "voorwaarden"),
                        ],
                        max_length=20,
                        verbose_name="soort inbreng",
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="wat zij inbrengt")),
                (
                    "who",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="wie",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("source", models.TextField(blank=True, verbose_name="bron")),
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
                "verbose_name": "soort inbreng",
                "verbose_name_plural": "soorten inbreng",
                "ordering": ("position", "kind"),
            },
        ),
        migrations.CreateModel(
            name="GrowthNeed",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("forming", "in oprichting"),
                            ("established", "gevestigd"),
                            ("regional", "regionaal"),
                        ],
                        max_length=20,
                        verbose_name="groeifase",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="wat nodig is")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("source", models.TextField(blank=True, verbose_name="bron")),
                ("is_inferred", models.BooleanField(default=False, verbose_name="indeling is onze duiding")),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="er sinds")),
                ("evidence", models.TextField(blank=True, verbose_name="bewijs")),
                (
                    "met_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
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
                "verbose_name": "behoefte van een groeifase",
                "verbose_name_plural": "behoeften van groeifasen",
                "ordering": ("position", "text"),
            },
        ),
        migrations.CreateModel(
            name="GrowthNeedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("forming", "in oprichting"),
                            ("established", "gevestigd"),
                            ("regional", "regionaal"),
                        ],
                        max_length=20,
                        verbose_name="groeifase",
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="wat nodig is")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("source", models.TextField(blank=True, verbose_name="bron")),
                ("is_inferred", models.BooleanField(default=False, verbose_name="indeling is onze duiding")),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="er sinds")),
                ("evidence", models.TextField(blank=True, verbose_name="bewijs")),
                (
                    "met_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="network.network",
                        verbose_name="netwerk",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="network.growthneed",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TierPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("role", models.CharField(blank=True, max_length=200, verbose_name="rol")),
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
                        verbose_name="persoon",
                    ),
                ),
                (
                    "tier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="network.contributiontier",
                    ),
                ),
            ],
            options={
                "verbose_name": "persoon in een inbreng",
                "verbose_name_plural": "mensen in een inbreng",
                "ordering": ("person__name",),
            },
        ),
        migrations.AddConstraint(
            model_name="contributiontier",
            constraint=models.UniqueConstraint(fields=("network", "kind"), name="one_tier_of_each_kind"),
        ),
        migrations.AddConstraint(
            model_name="growthneed",
            constraint=models.UniqueConstraint(
                fields=("network", "stage", "text"), name="a_stage_needs_a_thing_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="growthneed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence", ""), ("met_by__isnull", True), ("met_on__isnull", True)),
                    models.Q(
                        ("met_by__isnull", False),
                        ("met_on__isnull", False),
                        models.Q(("evidence", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="what_is_there_has_evidence_and_who_wrote_it_down",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="growthneed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "network_growthneedevent" ("evidence", "id", "is_inferred", "met_by_id", "met_on", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "stage", "text") VALUES (NEW."evidence", NEW."id", NEW."is_inferred", NEW."met_by_id", NEW."met_on", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."source", NEW."stage", NEW."text"); RETURN NULL;',
                    hash="f392236a65293b004baff0a087f0188193329a39",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7d58",
                    table="network_growthneed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="growthneed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "network_growthneedevent" ("evidence", "id", "is_inferred", "met_by_id", "met_on", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "stage", "text") VALUES (NEW."evidence", NEW."id", NEW."is_inferred", NEW."met_by_id", NEW."met_on", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."source", NEW."stage", NEW."text"); RETURN NULL;',
                    hash="948e2d414904791b05edb97c40e22ca10a747241",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_05668",
                    table="network_growthneed",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="tierperson",
            constraint=models.UniqueConstraint(
                fields=("network", "tier", "person"), name="a_person_once_in_a_tier"
            ),
        ),
        Tenancy("network", "growthneed"),
        Tenancy("network", "contributiontier"),
        Tenancy("network", "tierperson"),
        Tenancy("network", "growthneedevent", append_only=True),
    ]
