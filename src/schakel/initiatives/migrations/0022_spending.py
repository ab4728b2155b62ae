"""What was really spent or worked stands beside the plan, with how it stood before."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0021_value_completeness"),
        ("network", "0010_partners_have_areas_and_numbers"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Spending",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "cost_type",
                    models.CharField(
                        choices=[
                            ("staff", "Personeel"),
                            ("equipment", "Middelen"),
                            ("it", "ICT"),
                            ("training", "Scholing"),
                            ("research", "Onderzoek en meten"),
                            ("other", "Overig"),
                        ],
                        max_length=20,
                        verbose_name="soort kosten",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="bron")),
                (
                    "amount_eur",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="uitgegeven in euro"
                    ),
                ),
                ("hours", models.PositiveIntegerField(default=0, verbose_name="gewerkte uren")),
                ("until_on", models.DateField(verbose_name="bijgewerkt tot en met")),
                ("recorded_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spendings",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="initiatives.fundingline",
                        verbose_name="geldstroom",
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
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitgave",
                "verbose_name_plural": "uitgaven",
                "ordering": ("cost_type", "year"),
            },
        ),
        migrations.CreateModel(
            name="SpendingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "cost_type",
                    models.CharField(
                        choices=[
                            ("staff", "Personeel"),
                            ("equipment", "Middelen"),
                            ("it", "ICT"),
                            ("training", "Scholing"),
                            ("research", "Onderzoek en meten"),
                            ("other", "Overig"),
                        ],
                        max_length=20,
                        verbose_name="soort kosten",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="bron")),
                (
                    "amount_eur",
                    models.DecimalField(
                        decimal_places=2, default=0, max_digits=12, verbose_name="uitgegeven in euro"
                    ),
                ),
                ("hours", models.PositiveIntegerField(default=0, verbose_name="gewerkte uren")),
                ("until_on", models.DateField(verbose_name="bijgewerkt tot en met")),
                ("recorded_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="initiatives.fundingline",
                        verbose_name="geldstroom",
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
                        to="initiatives.spending",
                    ),
                ),
                (
                    "recorded_by",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.UniqueConstraint(
                fields=("network", "initiative", "cost_type", "year", "line", "source"),
                name="a_kind_of_spending_stands_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_eur__gte", 0), ("hours__gte", 0)), name="spending_is_not_negative"
            ),
        ),
        migrations.AddConstraint(
            model_name="spending",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_eur__gt", 0), ("hours__gt", 0), _connector="OR"),
                name="spending_is_money_or_hours",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_spendingevent" ("amount_eur", "cost_type", "hours", "id", "initiative_id", "line_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "until_on", "year") VALUES (NEW."amount_eur", NEW."cost_type", NEW."hours", NEW."id", NEW."initiative_id", NEW."line_id", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."until_on", NEW."year"); RETURN NULL;',
                    hash="cad69a79a5614d73d4c51d91b388b6b9356b0775",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_97912",
                    table="initiatives_spending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spending",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_spendingevent" ("amount_eur", "cost_type", "hours", "id", "initiative_id", "line_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source", "until_on", "year") VALUES (NEW."amount_eur", NEW."cost_type", NEW."hours", NEW."id", NEW."initiative_id", NEW."line_id", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source", NEW."until_on", NEW."year"); RETURN NULL;',
                    hash="f44fa8aba8543ee5f0f2016e06939ea7df999424",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_deb21",
                    table="initiatives_spending",
                    when="AFTER",
                ),
            ),
        ),
        *tenant_tables("initiatives", ["spending"], append_only=["spendingevent"]),
    ]
