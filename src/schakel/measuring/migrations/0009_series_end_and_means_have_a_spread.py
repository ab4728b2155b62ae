"""A series ends with its reason, and a mean may tell its spread."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("measuring", "0008_thresholds_of_small_numbers"),
        ("network", "0009_each_answer_stays"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="series",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="series",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="value",
            name="what_was_measured_stays",
        ),
        migrations.AddField(
            model_name="series",
            name="ended_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="eerste periode die niet meer wordt gemeten"
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="ended_reason",
            field=models.TextField(blank=True, verbose_name="waarom niet meer"),
        ),
        migrations.AddField(
            model_name="seriesevent",
            name="ended_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="eerste periode die niet meer wordt gemeten"
            ),
        ),
        migrations.AddField(
            model_name="seriesevent",
            name="ended_reason",
            field=models.TextField(blank=True, verbose_name="waarom niet meer"),
        ),
        migrations.AddField(
            model_name="value",
            name="sd",
            field=models.DecimalField(
                blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="standaarddeviatie"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "measuring_seriesevent" ("area_id", "ended_on", "ended_reason", "id", "level", "made_at", "made_by_id", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "subject_label", "subject_type", "version_id") VALUES (NEW."area_id", NEW."ended_on", NEW."ended_reason", NEW."id", NEW."level", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."version_id"); RETURN NULL;',
                    hash="50438986d9457b52c7f041601094773fea793e4e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7024a",
                    table="measuring_series",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="series",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "measuring_seriesevent" ("area_id", "ended_on", "ended_reason", "id", "level", "made_at", "made_by_id", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "subject_label", "subject_type", "version_id") VALUES (NEW."area_id", NEW."ended_on", NEW."ended_reason", NEW."id", NEW."level", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."version_id"); RETURN NULL;',
                    hash="baef6aff091f7c426ece718fdcd68a00c18a180b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5881b",
                    table="measuring_series",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="value",
            trigger=pgtrigger.compiler.Trigger(
                name="what_was_measured_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."network_id" IS DISTINCT FROM (NEW."network_id") OR OLD."series_id" IS DISTINCT FROM (NEW."series_id") OR OLD."period_on" IS DISTINCT FROM (NEW."period_on") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."numerator" IS DISTINCT FROM (NEW."numerator") OR OLD."denominator" IS DISTINCT FROM (NEW."denominator") OR OLD."value" IS DISTINCT FROM (NEW."value") OR OLD."n" IS DISTINCT FROM (NEW."n") OR OLD."sd" IS DISTINCT FROM (NEW."sd") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="61ba051006dafca3ae95c8216b45e3002591cb03",
                    operation="UPDATE",
                    pgid="pgtrigger_what_was_measured_stays_30314",
                    table="measuring_value",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on__isnull", True), ("ended_reason", "")),
                    models.Q(("ended_on__isnull", False), models.Q(("ended_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="an_ended_series_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="value",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sd__isnull", True),
                    models.Q(("n__gte", 2), ("numerator__isnull", True), ("sd__gte", 0)),
                    _connector="OR",
                ),
                name="a_spread_is_that_of_a_mean_over_two_or_more",
            ),
        ),
    ]
