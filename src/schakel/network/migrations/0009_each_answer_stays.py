"""Each answer of a party about an obligation stays, and so does what the party was asked."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0008_met_once_for_a_day"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ObligationAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("agrees", models.BooleanField(verbose_name="klopt dit")),
                ("text", models.TextField(blank=True, verbose_name="toelichting")),
                ("answered_at", models.DateTimeField(verbose_name="beantwoord op")),
            ],
            options={
                "verbose_name": "antwoord op een verplichting",
                "verbose_name_plural": "antwoorden op verplichtingen",
                "ordering": ("answered_at",),
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligation",
            trigger=pgtrigger.compiler.Trigger(
                name="what_a_party_was_asked_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."network_id" IS DISTINCT FROM (NEW."network_id") OR OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."source_text" IS DISTINCT FROM (NEW."source_text") OR OLD."every_months" IS DISTINCT FROM (NEW."every_months") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e3bb1ffdb0684096a17f53685768b71f3ac21f25",
                    operation="UPDATE",
                    pgid="pgtrigger_what_a_party_was_asked_stays_36aa0",
                    table="network_obligation",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="obligationanswer",
            name="answered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="beantwoord door",
            ),
        ),
        migrations.AddField(
            model_name="obligationanswer",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.network",
                verbose_name="netwerk",
            ),
        ),
        migrations.AddField(
            model_name="obligationanswer",
            name="obligation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="answers",
                to="network.obligation",
                verbose_name="verplichting",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("agrees", True), models.Q(("text", ""), _negated=True), _connector="OR"),
                name="who_says_no_to_an_obligation_says_why",
            ),
        ),
        Tenancy("network", "obligationanswer", append_only=True),
    ]
