"""Which partner a station of the chain is."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0004_indicators"),
        ("network", "0013_what_is_signed_stays"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChainStation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=200, verbose_name="naam in de logboeken")),
                ("coupled_at", models.DateTimeField(verbose_name="gekoppeld op")),
                (
                    "coupled_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gekoppeld door",
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "station",
                "verbose_name_plural": "stations",
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="ChainStationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("name", models.CharField(max_length=200, verbose_name="naam in de logboeken")),
                ("coupled_at", models.DateTimeField(verbose_name="gekoppeld op")),
                (
                    "coupled_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gekoppeld door",
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="network.partner",
                        verbose_name="partner",
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
                        to="carechain.chainstation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="chainstation",
            constraint=models.UniqueConstraint(fields=("network", "name"), name="a_station_is_coupled_once"),
        ),
        migrations.AddConstraint(
            model_name="chainstation",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="a_station_has_a_name"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chainstation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "carechain_chainstationevent" ("coupled_at", "coupled_by_id", "id", "name", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."coupled_at", NEW."coupled_by_id", NEW."id", NEW."name", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="91d4780c8016588ac316a44afd0bbdb2ca102090",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_00817",
                    table="carechain_chainstation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chainstation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "carechain_chainstationevent" ("coupled_at", "coupled_by_id", "id", "name", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."coupled_at", NEW."coupled_by_id", NEW."id", NEW."name", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="37b6bb3f0394bac2dd51b28ef9b636aeca6bd6fa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_63708",
                    table="carechain_chainstation",
                    when="AFTER",
                ),
            ),
        ),
        *tenant_tables("carechain", ["chainstation"], append_only=["chainstationevent"]),
    ]
