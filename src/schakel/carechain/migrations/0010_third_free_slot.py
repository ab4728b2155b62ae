"""A provider may tell how long it takes to the third free slot in its diary, as the supervisor asks."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0009_norms_in_hours"),
        ("network", "0014_numbers_of_organisations_beat_everywhere"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="waitreport",
            name="what_was_reported_stays",
        ),
        migrations.RemoveConstraint(
            model_name="waitreport",
            name="only_a_withdrawn_report_of_waits_is_empty",
        ),
        migrations.AddField(
            model_name="waitreport",
            name="slot_wait",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=7, null=True, verbose_name="tot de derde vrije plek"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitreport",
            trigger=pgtrigger.compiler.Trigger(
                name="what_was_reported_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."network_id" IS DISTINCT FROM (NEW."network_id") OR OLD."purpose_id" IS DISTINCT FROM (NEW."purpose_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."month_on" IS DISTINCT FROM (NEW."month_on") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at") OR OLD."phase" IS DISTINCT FROM (NEW."phase") OR OLD."split" IS DISTINCT FROM (NEW."split") OR OLD."split_name" IS DISTINCT FROM (NEW."split_name") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."mean_wait" IS DISTINCT FROM (NEW."mean_wait") OR OLD."n_started" IS DISTINCT FROM (NEW."n_started") OR OLD."within_percent" IS DISTINCT FROM (NEW."within_percent") OR OLD."n_waiting" IS DISTINCT FROM (NEW."n_waiting") OR OLD."slot_wait" IS DISTINCT FROM (NEW."slot_wait"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="77eb4c44e459021ecf3e4c9ec3baf6cc7d6dc90a",
                    operation="UPDATE",
                    pgid="pgtrigger_what_was_reported_stays_ee434",
                    table="carechain_waitreport",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number__gt", 1),
                    ("n_started__isnull", False),
                    ("n_waiting__isnull", False),
                    ("slot_wait__isnull", False),
                    _connector="OR",
                ),
                name="only_a_withdrawn_report_of_waits_is_empty",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("slot_wait__isnull", True),
                    models.Q(("slot_wait__gte", 0), models.Q(("phase", "T"), _negated=True)),
                    _connector="OR",
                ),
                name="a_third_free_slot_is_of_one_phase_and_still_to_come",
            ),
        ),
    ]
