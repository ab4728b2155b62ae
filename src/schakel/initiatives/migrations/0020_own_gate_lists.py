"""A network may change a gate checklist in versions of its own; what people answer to an own point is kept with its history."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0019_answer_templates"),
        ("network", "0010_partners_have_areas_and_numbers"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GateList",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer binnen het netwerk")),
                (
                    "gate",
                    models.CharField(
                        choices=[
                            ("p0", "P0 Ontvankelijk"),
                            ("p1", "P1 Screening"),
                            ("p2", "P2 Na verkenning"),
                            ("p3", "P3 Start"),
                            ("p4", "P4 Doorgaan"),
                            ("p5", "P5 Borgen"),
                            ("p6", "P6 Decharge"),
                            ("px", "PX Tussentijds"),
                        ],
                        max_length=2,
                        verbose_name="poort",
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        choices=[("full", "project"), ("light", "procesopdracht")],
                        max_length=10,
                        verbose_name="vorm",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="versie")),
                ("edition", models.PositiveSmallIntegerField(verbose_name="editie van de poortlijsten")),
                ("rows", models.JSONField(verbose_name="punten")),
                ("reason", models.TextField(verbose_name="waarom")),
                ("published_at", models.DateTimeField(verbose_name="vastgesteld op")),
            ],
            options={
                "verbose_name": "poortlijst van een netwerk",
                "verbose_name_plural": "poortlijsten van een netwerk",
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="PointAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "gate",
                    models.CharField(
                        choices=[
                            ("p0", "P0 Ontvankelijk"),
                            ("p1", "P1 Screening"),
                            ("p2", "P2 Na verkenning"),
                            ("p3", "P3 Start"),
                            ("p4", "P4 Doorgaan"),
                            ("p5", "P5 Borgen"),
                            ("p6", "P6 Decharge"),
                            ("px", "PX Tussentijds"),
                        ],
                        max_length=2,
                        verbose_name="poort",
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="punt")),
                ("question", models.CharField(max_length=160, verbose_name="vraag")),
                ("text", models.TextField(verbose_name="antwoord")),
                ("link", models.CharField(blank=True, max_length=500, verbose_name="webadres")),
                ("answered_at", models.DateTimeField(verbose_name="beantwoord op")),
            ],
            options={
                "verbose_name": "antwoord op een eigen poortpunt",
                "verbose_name_plural": "antwoorden op eigen poortpunten",
                "ordering": ("gate", "code"),
            },
        ),
        migrations.CreateModel(
            name="PointAnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "gate",
                    models.CharField(
                        choices=[
                            ("p0", "P0 Ontvankelijk"),
                            ("p1", "P1 Screening"),
                            ("p2", "P2 Na verkenning"),
                            ("p3", "P3 Start"),
                            ("p4", "P4 Doorgaan"),
                            ("p5", "P5 Borgen"),
                            ("p6", "P6 Decharge"),
                            ("px", "PX Tussentijds"),
                        ],
                        max_length=2,
                        verbose_name="poort",
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="punt")),
                ("question", models.CharField(max_length=160, verbose_name="vraag")),
                ("text", models.TextField(verbose_name="antwoord")),
                ("link", models.CharField(blank=True, max_length=500, verbose_name="webadres")),
                ("answered_at", models.DateTimeField(verbose_name="beantwoord op")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="initiative",
            name="gates_never_ask_less_than_they_did",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="initiative",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="initiative",
            name="update_update",
        ),
        migrations.AddField(
            model_name="initiative",
            name="own_gate_edition",
            field=models.PositiveSmallIntegerField(
                default=0, verbose_name="nummer van de eigen poortlijsten"
            ),
        ),
        migrations.AddField(
            model_name="initiativeevent",
            name="own_gate_edition",
            field=models.PositiveSmallIntegerField(
                default=0, verbose_name="nummer van de eigen poortlijsten"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="initiative",
            trigger=pgtrigger.compiler.Trigger(
                name="gates_never_ask_less_than_they_did",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.gate_edition < OLD.gate_edition OR NEW.own_gate_edition < OLD.own_gate_edition)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8890032635532ba0bc48bae65260c3a9fe1b0f38",
                    operation="UPDATE",
                    pgid="pgtrigger_gates_never_ask_less_than_they_did_8a3da",
                    table="initiatives_initiative",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="initiative",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_initiativeevent" ("agreed_plan_id", "answer_by", "benefit", "body_id", "commissioner", "contact", "explorer_id", "follow_on", "gate_edition", "halted_on", "id", "is_historic", "key", "kind", "last_update_id", "lead_id", "merged_into_id", "moved_by_award_id", "moved_by_id", "named_by_id", "network_id", "number", "once_token", "own_gate_edition", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "problem", "proposal", "public_reason", "question_to_submitter", "referred_to", "return_stage", "source", "stage", "stage_due_on", "stage_since", "started_on", "started_precision", "submitted_at", "submitted_by_id", "successor_of_id", "theme_id", "title", "update_asked_on", "waits_for_id", "wake_on", "who_joins") VALUES (NEW."agreed_plan_id", NEW."answer_by", NEW."benefit", NEW."body_id", NEW."commissioner", NEW."contact", NEW."explorer_id", NEW."follow_on", NEW."gate_edition", NEW."halted_on", NEW."id", NEW."is_historic", NEW."key", NEW."kind", NEW."last_update_id", NEW."lead_id", NEW."merged_into_id", NEW."moved_by_award_id", NEW."moved_by_id", NEW."named_by_id", NEW."network_id", NEW."number", NEW."once_token", NEW."own_gate_edition", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phase", NEW."problem", NEW."proposal", NEW."public_reason", NEW."question_to_submitter", NEW."referred_to", NEW."return_stage", NEW."source", NEW."stage", NEW."stage_due_on", NEW."stage_since", NEW."started_on", NEW."started_precision", NEW."submitted_at", NEW."submitted_by_id", NEW."successor_of_id", NEW."theme_id", NEW."title", NEW."update_asked_on", NEW."waits_for_id", NEW."wake_on", NEW."who_joins"); RETURN NULL;',
                    hash="24b56b0d3037ce178c2c80060796a721694b1661",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_649fe",
                    table="initiatives_initiative",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="initiative",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_initiativeevent" ("agreed_plan_id", "answer_by", "benefit", "body_id", "commissioner", "contact", "explorer_id", "follow_on", "gate_edition", "halted_on", "id", "is_historic", "key", "kind", "last_update_id", "lead_id", "merged_into_id", "moved_by_award_id", "moved_by_id", "named_by_id", "network_id", "number", "once_token", "own_gate_edition", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "problem", "proposal", "public_reason", "question_to_submitter", "referred_to", "return_stage", "source", "stage", "stage_due_on", "stage_since", "started_on", "started_precision", "submitted_at", "submitted_by_id", "successor_of_id", "theme_id", "title", "update_asked_on", "waits_for_id", "wake_on", "who_joins") VALUES (NEW."agreed_plan_id", NEW."answer_by", NEW."benefit", NEW."body_id", NEW."commissioner", NEW."contact", NEW."explorer_id", NEW."follow_on", NEW."gate_edition", NEW."halted_on", NEW."id", NEW."is_historic", NEW."key", NEW."kind", NEW."last_update_id", NEW."lead_id", NEW."merged_into_id", NEW."moved_by_award_id", NEW."moved_by_id", NEW."named_by_id", NEW."network_id", NEW."number", NEW."once_token", NEW."own_gate_edition", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase", NEW."problem", NEW."proposal", NEW."public_reason", NEW."question_to_submitter", NEW."referred_to", NEW."return_stage", NEW."source", NEW."stage", NEW."stage_due_on", NEW."stage_since", NEW."started_on", NEW."started_precision", NEW."submitted_at", NEW."submitted_by_id", NEW."successor_of_id", NEW."theme_id", NEW."title", NEW."update_asked_on", NEW."waits_for_id", NEW."wake_on", NEW."who_joins"); RETURN NULL;',
                    hash="3cab6b5adcbcac556db2ec21a113762a74b2bbf7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b6c3b",
                    table="initiatives_initiative",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="gatelist",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.network",
                verbose_name="netwerk",
            ),
        ),
        migrations.AddField(
            model_name="gatelist",
            name="published_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="vastgesteld door",
            ),
        ),
        migrations.AddField(
            model_name="pointanswer",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="beantwoord door",
            ),
        ),
        migrations.AddField(
            model_name="pointanswer",
            name="initiative",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="point_answers",
                to="initiatives.initiative",
            ),
        ),
        migrations.AddField(
            model_name="pointanswer",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.network",
                verbose_name="netwerk",
            ),
        ),
        migrations.AddField(
            model_name="pointanswerevent",
            name="answered_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="beantwoord door",
            ),
        ),
        migrations.AddField(
            model_name="pointanswerevent",
            name="initiative",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="initiatives.initiative",
            ),
        ),
        migrations.AddField(
            model_name="pointanswerevent",
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
            model_name="pointanswerevent",
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
            model_name="pointanswerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="initiatives.pointanswer",
            ),
        ),
        migrations.AddConstraint(
            model_name="gatelist",
            constraint=models.UniqueConstraint(
                fields=("network", "number"), name="a_network_numbers_its_gate_lists"
            ),
        ),
        migrations.AddConstraint(
            model_name="gatelist",
            constraint=models.UniqueConstraint(
                fields=("network", "gate", "track", "version"), name="a_gate_list_has_a_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="gatelist",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="a_gate_list_says_why"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gatelist",
            trigger=pgtrigger.compiler.Trigger(
                name="gate_lists_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0c7de8d19ee23f6383fe2b691a0963bf5eb24b13",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_gate_lists_stay_ea9ee",
                    table="initiatives_gatelist",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pointanswer",
            constraint=models.UniqueConstraint(
                fields=("network", "initiative", "gate", "code"), name="a_point_of_a_gate_has_one_answer"
            ),
        ),
        migrations.AddConstraint(
            model_name="pointanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="an_answered_point_says_something"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pointanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_pointanswerevent" ("answered_at", "answered_by_id", "code", "gate", "id", "initiative_id", "link", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "text") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."code", NEW."gate", NEW."id", NEW."initiative_id", NEW."link", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."text"); RETURN NULL;',
                    hash="835a13d061b451b18db0dd070f104beee25b4d71",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bde77",
                    table="initiatives_pointanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pointanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_pointanswerevent" ("answered_at", "answered_by_id", "code", "gate", "id", "initiative_id", "link", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "text") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."code", NEW."gate", NEW."id", NEW."initiative_id", NEW."link", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."text"); RETURN NULL;',
                    hash="918525c13b40977b01931d1e0d9c0487e4209ec4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_319a2",
                    table="initiatives_pointanswer",
                    when="AFTER",
                ),
            ),
        ),
        *tenant_tables("initiatives", ["pointanswer"], append_only=["gatelist", "pointanswerevent"]),
    ]
