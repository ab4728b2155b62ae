"""Every version of a public text stays readable for who checks a decision later."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables

#: What stood there before is not known; the history of a text begins with how it is now.
AS_IT_IS = """
insert into public_publicationevent (pgh_created_at, pgh_label, pgh_obj_id, id, network_id, initiative_id, title, what,
                                     for_whom, result, next_step, is_published, approved_by_id, approved_at)
select now(), 'insert', id, id, network_id, initiative_id, title, what,
       for_whom, result, next_step, is_published, approved_by_id, approved_at
  from public_publication;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0025_compared_claims"),
        ("network", "0014_numbers_of_organisations_beat_everywhere"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("public", "0006_what_replaced_a_decision_is_told_with_it"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("what", models.TextField(verbose_name="wat er gebeurt")),
                ("for_whom", models.TextField(blank=True, verbose_name="voor wie")),
                ("result", models.TextField(blank=True, verbose_name="wat het opleverde")),
                ("next_step", models.TextField(blank=True, verbose_name="wat er hierna komt")),
                ("is_published", models.BooleanField(default=False, verbose_name="openbaar")),
                ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="goedgekeurd op")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "public_publicationevent" ("approved_at", "approved_by_id", "for_whom", "id", "initiative_id", "is_published", "network_id", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "title", "what") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."for_whom", NEW."id", NEW."initiative_id", NEW."is_published", NEW."network_id", NEW."next_step", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."result", NEW."title", NEW."what"); RETURN NULL;',
                    hash="ee1dbc322121b9832f65bf49d201d372bac83cbd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_432ad",
                    table="public_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "public_publicationevent" ("approved_at", "approved_by_id", "for_whom", "id", "initiative_id", "is_published", "network_id", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result", "title", "what") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."for_whom", NEW."id", NEW."initiative_id", NEW."is_published", NEW."network_id", NEW."next_step", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."result", NEW."title", NEW."what"); RETURN NULL;',
                    hash="e8a5d9b44b78a1cbd790b7a6cc5fe3a550e68f51",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_33030",
                    table="public_publication",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="publicationevent",
            name="approved_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="goedgekeurd door",
            ),
        ),
        migrations.AddField(
            model_name="publicationevent",
            name="initiative",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="initiatives.initiative",
                verbose_name="initiatief",
            ),
        ),
        migrations.AddField(
            model_name="publicationevent",
            name="network",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="network.network",
                verbose_name="netwerk",
            ),
        ),
        migrations.AddField(
            model_name="publicationevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="publicationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="public.publication",
            ),
        ),
        *tenant_tables("public", [], append_only=["publicationevent"]),
        migrations.RunSQL(AS_IT_IS, migrations.RunSQL.noop),
    ]
