"""Series of who does not take part, with which a promise is compared, belong to a network; they are only added to."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0024_kept_views"),
        ("measuring", "0009_series_end_and_means_have_a_spread"),
        ("network", "0014_numbers_of_organisations_beat_everywhere"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClaimComparison",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comparisons",
                        to="initiatives.effectclaim",
                        verbose_name="effectbelofte",
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
                        verbose_name="reeks om mee te vergelijken",
                    ),
                ),
            ],
            options={
                "verbose_name": "vergelijking bij een effectbelofte",
                "verbose_name_plural": "vergelijkingen bij effectbeloften",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "claim", "series"), name="a_claim_is_compared_with_a_series_once"
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimcomparison",
            trigger=pgtrigger.compiler.Trigger(
                name="comparisons_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f5139cae9e884b79095bf8141d215f128219bf5f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_comparisons_stay_47a94",
                    table="initiatives_claimcomparison",
                    when="BEFORE",
                ),
            ),
        ),
        *tenant_tables("initiatives", [], append_only=["claimcomparison"]),
    ]
