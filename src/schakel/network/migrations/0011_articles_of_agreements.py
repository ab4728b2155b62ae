"""An agreement has articles: rows with a number, a heading and a text; an obligation may name the one it follows from."""

import uuid

import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0010_partners_have_areas_and_numbers"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("mark", models.PositiveSmallIntegerField(verbose_name="kenmerk")),
                ("number", models.CharField(blank=True, max_length=20, verbose_name="nummer")),
                ("heading", models.CharField(blank=True, max_length=200, verbose_name="kop")),
                ("text", models.TextField(blank=True, verbose_name="tekst")),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
            ],
            options={
                "verbose_name": "artikel",
                "verbose_name_plural": "artikelen",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="ArticleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("mark", models.PositiveSmallIntegerField(verbose_name="kenmerk")),
                ("number", models.CharField(blank=True, max_length=20, verbose_name="nummer")),
                ("heading", models.CharField(blank=True, max_length=200, verbose_name="kop")),
                ("text", models.TextField(blank=True, verbose_name="tekst")),
                ("position", models.PositiveSmallIntegerField(verbose_name="volgorde")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agreement",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agreement",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="obligation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="obligation",
            name="update_update",
        ),
        migrations.AddField(
            model_name="agreement",
            name="last_mark",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="laatste kenmerk van een artikel"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="preamble",
            field=models.TextField(blank=True, verbose_name="wat voor de artikelen staat"),
        ),
        migrations.AddField(
            model_name="agreementevent",
            name="last_mark",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="laatste kenmerk van een artikel"),
        ),
        migrations.AddField(
            model_name="agreementevent",
            name="preamble",
            field=models.TextField(blank=True, verbose_name="wat voor de artikelen staat"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "network_agreementevent" ("ends_on", "id", "kind", "last_mark", "network_id", "notice_months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preamble", "renewal_months", "slug", "source", "starts_on", "starts_precision", "supersedes_id", "text", "title") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."last_mark", NEW."network_id", NEW."notice_months", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."preamble", NEW."renewal_months", NEW."slug", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."supersedes_id", NEW."text", NEW."title"); RETURN NULL;',
                    hash="374fb8ecd698dff8158b2fac988d60a82c7d6d96",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_78b1a",
                    table="network_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "network_agreementevent" ("ends_on", "id", "kind", "last_mark", "network_id", "notice_months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "preamble", "renewal_months", "slug", "source", "starts_on", "starts_precision", "supersedes_id", "text", "title") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."last_mark", NEW."network_id", NEW."notice_months", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."preamble", NEW."renewal_months", NEW."slug", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."supersedes_id", NEW."text", NEW."title"); RETURN NULL;',
                    hash="140c5aa2b4fe50d5cf8e56c2d30087e8fd83ce79",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_17ab0",
                    table="network_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "network_obligationevent" ("agreement_id", "answer", "answered_at", "answered_by_id", "article_id", "asked_at", "due_on", "every_months", "id", "met_on", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_text", "state", "text", "withdrawn_reason") VALUES (NEW."agreement_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."article_id", NEW."asked_at", NEW."due_on", NEW."every_months", NEW."id", NEW."met_on", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source_text", NEW."state", NEW."text", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="979df44467c2651e12ad84c364a3530b846a93aa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9a989",
                    table="network_obligation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "network_obligationevent" ("agreement_id", "answer", "answered_at", "answered_by_id", "article_id", "asked_at", "due_on", "every_months", "id", "met_on", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_text", "state", "text", "withdrawn_reason") VALUES (NEW."agreement_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."article_id", NEW."asked_at", NEW."due_on", NEW."every_months", NEW."id", NEW."met_on", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source_text", NEW."state", NEW."text", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="bfdec1ceac4722be9bc24a85ba28a6bb7d94cf0c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_331ce",
                    table="network_obligation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="articles",
                to="network.agreement",
                verbose_name="overeenkomst",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.network",
                verbose_name="netwerk",
            ),
        ),
        migrations.AddField(
            model_name="obligation",
            name="article",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="obligations",
                to="network.article",
                verbose_name="volgt uit artikel",
            ),
        ),
        migrations.AddField(
            model_name="obligationevent",
            name="article",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="network.article",
                verbose_name="volgt uit artikel",
            ),
        ),
        migrations.AddField(
            model_name="articleevent",
            name="agreement",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="network.agreement",
                verbose_name="overeenkomst",
            ),
        ),
        migrations.AddField(
            model_name="articleevent",
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
            model_name="articleevent",
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
            model_name="articleevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="network.article",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                fields=("network", "agreement", "mark"), name="an_article_has_its_own_mark"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("network", "agreement", "position"),
                name="an_article_has_its_own_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("heading", ""), ("text", ""), _negated=True),
                name="an_article_says_something",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "network_articleevent" ("agreement_id", "heading", "id", "mark", "network_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."agreement_id", NEW."heading", NEW."id", NEW."mark", NEW."network_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."text"); RETURN NULL;',
                    hash="4ccc1c0a72ad3a8b04da45a1b9a03e4df3e86381",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_52769",
                    table="network_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "network_articleevent" ("agreement_id", "heading", "id", "mark", "network_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."agreement_id", NEW."heading", NEW."id", NEW."mark", NEW."network_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."text"); RETURN NULL;',
                    hash="421e5a146a768cbaa4493182978ca8f48bf61a5c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b709d",
                    table="network_article",
                    when="AFTER",
                ),
            ),
        ),
        Tenancy("network", "article"),
        Tenancy("network", "articleevent", append_only=True),
        Tenancy("network", "obligation"),
    ]
