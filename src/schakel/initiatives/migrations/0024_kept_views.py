"""Views of the portfolio: one's own are seen by nobody else, for the database too; shared ones by the network."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy

MY_OWN = "person_id = (select c.subject from tenancy.context() c where c.kind = 'person')"


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0023_price_index"),
        ("network", "0014_numbers_of_organisations_beat_everywhere"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PortfolioView",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=60, verbose_name="naam")),
                ("is_shared", models.BooleanField(default=False, verbose_name="van het netwerk")),
                ("asked", models.JSONField(default=dict, verbose_name="filters, vorm en velden")),
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
                        verbose_name="bewaard door",
                    ),
                ),
            ],
            options={
                "verbose_name": "weergave van het portfolio",
                "verbose_name_plural": "weergaven van het portfolio",
                "ordering": ("is_shared", "name"),
            },
        ),
        migrations.CreateModel(
            name="PortfolioViewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("name", models.CharField(max_length=60, verbose_name="naam")),
                ("is_shared", models.BooleanField(default=False, verbose_name="van het netwerk")),
                ("asked", models.JSONField(default=dict, verbose_name="filters, vorm en velden")),
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bewaard door",
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
                        to="initiatives.portfolioview",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FirstView",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("view", models.UUIDField(verbose_name="kenmerk van de weergave")),
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persoon",
                    ),
                ),
            ],
            options={
                "verbose_name": "eerste weergave",
                "verbose_name_plural": "eerste weergaven",
                "constraints": [
                    models.UniqueConstraint(fields=("network", "person"), name="one_view_is_opened_first")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="portfolioview",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_shared", False)),
                fields=("network", "person", "name"),
                name="an_own_view_has_its_own_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="portfolioview",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_shared", True)),
                fields=("network", "name"),
                name="a_shared_view_has_its_own_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="portfolioview",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="a_view_has_a_name"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="portfolioview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_portfolioviewevent" ("asked", "id", "is_shared", "name", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."asked", NEW."id", NEW."is_shared", NEW."name", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="c8c9a35976151b14b64573f245c6b2c8850e9bd5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a781b",
                    table="initiatives_portfolioview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="portfolioview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_portfolioviewevent" ("asked", "id", "is_shared", "name", "network_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."asked", NEW."id", NEW."is_shared", NEW."name", NEW."network_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="83d28a4049afc84dfd7495d3a886489bfc44e77f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c5201",
                    table="initiatives_portfolioview",
                    when="AFTER",
                ),
            ),
        ),
        Tenancy("initiatives", "portfolioview", private=f"(is_shared or {MY_OWN})"),
        Tenancy("initiatives", "firstview", private=MY_OWN),
        Tenancy("initiatives", "portfolioviewevent", private=f"(is_shared or {MY_OWN})", append_only=True),
    ]
