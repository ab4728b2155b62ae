"""A criteria set may be for one theme instead of for the whole network."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_tenancy"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="criteriaset",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="criteriaset",
            name="update_update",
        ),
        migrations.AddField(
            model_name="criteriaset",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="criteria_sets",
                to="network.theme",
                verbose_name="voor thema",
            ),
        ),
        migrations.AddField(
            model_name="criteriasetevent",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="network.theme",
                verbose_name="voor thema",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criteriaset",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "network_criteriasetevent" ("agreement_id", "id", "is_default", "kind", "moment", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "theme_id", "valid_from", "valid_until", "version") VALUES (NEW."agreement_id", NEW."id", NEW."is_default", NEW."kind", NEW."moment", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."theme_id", NEW."valid_from", NEW."valid_until", NEW."version"); RETURN NULL;',
                    hash="2c266c30b5f46e01ca143f438231c05800390a26",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_924a2",
                    table="network_criteriaset",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="criteriaset",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "network_criteriasetevent" ("agreement_id", "id", "is_default", "kind", "moment", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "theme_id", "valid_from", "valid_until", "version") VALUES (NEW."agreement_id", NEW."id", NEW."is_default", NEW."kind", NEW."moment", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."theme_id", NEW."valid_from", NEW."valid_until", NEW."version"); RETURN NULL;',
                    hash="2a95a38ba1117254aac581f9054620774963ae57",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_67dda",
                    table="network_criteriaset",
                    when="AFTER",
                ),
            ),
        ),
        Tenancy("network", "criteriaset"),
        Tenancy("network", "criteriasetevent", append_only=True),
    ]
