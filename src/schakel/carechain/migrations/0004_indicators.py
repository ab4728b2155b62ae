"""Links of which the wait is an indicator."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0003_cuts"),
        ("measuring", "0009_series_end_and_means_have_a_spread"),
        ("network", "0010_partners_have_areas_and_numbers"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChainIndicator",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("organisation", "organisaties"), ("activity", "stappen")],
                        max_length=12,
                        verbose_name="tussen",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="van")),
                ("target", models.CharField(max_length=200, verbose_name="naar")),
                (
                    "last_on",
                    models.DateField(blank=True, null=True, verbose_name="laatste dag van het logboek"),
                ),
                ("chosen_at", models.DateTimeField(verbose_name="gekozen op")),
                (
                    "chosen_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gekozen door",
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
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="measuring.series",
                        verbose_name="reeks",
                    ),
                ),
            ],
            options={
                "verbose_name": "schakel als indicator",
                "verbose_name_plural": "schakels als indicator",
                "ordering": ("source", "target"),
            },
        ),
        migrations.CreateModel(
            name="ChainIndicatorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "level",
                    models.CharField(
                        choices=[("organisation", "organisaties"), ("activity", "stappen")],
                        max_length=12,
                        verbose_name="tussen",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="van")),
                ("target", models.CharField(max_length=200, verbose_name="naar")),
                (
                    "last_on",
                    models.DateField(blank=True, null=True, verbose_name="laatste dag van het logboek"),
                ),
                ("chosen_at", models.DateTimeField(verbose_name="gekozen op")),
                (
                    "chosen_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gekozen door",
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
                        to="carechain.chainindicator",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="measuring.series",
                        verbose_name="reeks",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="chainindicator",
            constraint=models.UniqueConstraint(
                fields=("network", "level", "source", "target"), name="a_link_is_one_indicator"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chainindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "carechain_chainindicatorevent" ("chosen_at", "chosen_by_id", "id", "last_on", "level", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "target") VALUES (NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."last_on", NEW."level", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."source", NEW."target"); RETURN NULL;',
                    hash="be7e9a10586f795099a102de74e1c4af7c18c252",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5ae21",
                    table="carechain_chainindicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chainindicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "carechain_chainindicatorevent" ("chosen_at", "chosen_by_id", "id", "last_on", "level", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source", "target") VALUES (NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."last_on", NEW."level", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."source", NEW."target"); RETURN NULL;',
                    hash="614c90872bf0188a763856b52db763cf0fdd7e1e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_915d5",
                    table="carechain_chainindicator",
                    when="AFTER",
                ),
            ),
        ),
        *tenant_tables("carechain", ["chainindicator"], append_only=["chainindicatorevent"]),
    ]
