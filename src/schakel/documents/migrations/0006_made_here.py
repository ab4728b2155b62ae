"""A file that the platform makes gets its versions from the platform alone."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0005_an_archive_made_here"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="update_update",
        ),
        migrations.AddField(
            model_name="document",
            name="is_made_here",
            field=models.BooleanField(default=False, verbose_name="door Schakel gemaakt"),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="is_made_here",
            field=models.BooleanField(default=False, verbose_name="door Schakel gemaakt"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_documentevent" ("added_at", "added_by_id", "id", "is_made_here", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point", "subject_id", "subject_label", "subject_type", "title", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."is_made_here", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."point", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."title", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="ec003fd72f8ed72a6d7c35eaa7ca13e4729f2620",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_be524",
                    table="documents_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "documents_documentevent" ("added_at", "added_by_id", "id", "is_made_here", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point", "subject_id", "subject_label", "subject_type", "title", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."is_made_here", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."point", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."title", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="e1da631a91927c368ed5f37d0657854a35c1fa77",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a3ed6",
                    table="documents_document",
                    when="AFTER",
                ),
            ),
        ),
    ]
