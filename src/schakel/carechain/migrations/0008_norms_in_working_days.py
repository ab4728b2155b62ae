"""A norm for a link says whether it counts calendar days or working days, and a link has its waits in both."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0007_waits_of_providers"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="chainnorm",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="chainnorm",
            name="update_update",
        ),
        migrations.AddField(
            model_name="chainlink",
            name="workdays",
            field=models.JSONField(db_default={}, default=dict, verbose_name="wachttijden in werkdagen"),
        ),
        migrations.AddField(
            model_name="chainnorm",
            name="unit",
            field=models.CharField(
                choices=[("days", "kalenderdagen"), ("workdays", "werkdagen")],
                db_default="days",
                default="days",
                max_length=8,
                verbose_name="soort dagen",
            ),
        ),
        migrations.AddField(
            model_name="chainnormevent",
            name="unit",
            field=models.CharField(
                choices=[("days", "kalenderdagen"), ("workdays", "werkdagen")],
                db_default="days",
                default="days",
                max_length=8,
                verbose_name="soort dagen",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chainnorm",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "carechain_chainnormevent" ("id", "level", "most_days", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "source", "target", "unit", "valid_from", "valid_until") VALUES (NEW."id", NEW."level", NEW."most_days", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."source", NEW."target", NEW."unit", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="5dd73653f1018ada27bb711afb499fe0b08bb659",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_17043",
                    table="carechain_chainnorm",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="chainnorm",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "carechain_chainnormevent" ("id", "level", "most_days", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "source", "target", "unit", "valid_from", "valid_until") VALUES (NEW."id", NEW."level", NEW."most_days", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."source", NEW."target", NEW."unit", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="0715c4090f9cefa5bcea5702b90fada50d7cfa88",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_87726",
                    table="carechain_chainnorm",
                    when="AFTER",
                ),
            ),
        ),
    ]
