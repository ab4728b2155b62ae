"""Event data of the chain: purposes, logs with their pieces, links, norms."""

import uuid

import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import AllAtOnce, tenant_tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0009_each_answer_stays"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AllAtOnce(
            [
                migrations.CreateModel(
                    name="ChainNorm",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[("organisation", "organisaties"), ("activity", "stappen")],
                                max_length=12,
                                verbose_name="tussen",
                            ),
                        ),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="van")),
                        ("target", models.CharField(max_length=200, verbose_name="naar")),
                        (
                            "most_days",
                            models.PositiveSmallIntegerField(verbose_name="hoogstens zoveel dagen"),
                        ),
                        (
                            "percent",
                            models.PositiveSmallIntegerField(default=80, verbose_name="voor zoveel procent"),
                        ),
                        ("origin", models.CharField(max_length=200, verbose_name="wie zegt dat")),
                        ("valid_from", models.DateField(verbose_name="geldig vanaf")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="geldig tot")),
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
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vastgelegd door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "norm voor een schakel",
                        "verbose_name_plural": "normen voor schakels",
                        "ordering": ("target", "source", "-valid_from"),
                    },
                ),
                migrations.CreateModel(
                    name="ChainNormEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        (
                            "level",
                            models.CharField(
                                choices=[("organisation", "organisaties"), ("activity", "stappen")],
                                max_length=12,
                                verbose_name="tussen",
                            ),
                        ),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="van")),
                        ("target", models.CharField(max_length=200, verbose_name="naar")),
                        (
                            "most_days",
                            models.PositiveSmallIntegerField(verbose_name="hoogstens zoveel dagen"),
                        ),
                        (
                            "percent",
                            models.PositiveSmallIntegerField(default=80, verbose_name="voor zoveel procent"),
                        ),
                        ("origin", models.CharField(max_length=200, verbose_name="wie zegt dat")),
                        ("valid_from", models.DateField(verbose_name="geldig vanaf")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="geldig tot")),
                        (
                            "network",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.network",
                                verbose_name="netwerk",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="carechain.chainnorm",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vastgelegd door",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DataPurpose",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("goal", models.TextField(verbose_name="waarvoor")),
                        ("ground", models.TextField(verbose_name="waarom het mag")),
                        (
                            "longest_months",
                            models.PositiveSmallIntegerField(verbose_name="hoogstens zoveel maanden bewaren"),
                        ),
                        ("recorded_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.agreement",
                                verbose_name="staat in overeenkomst",
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
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vastgelegd door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gegevensdoel",
                        "verbose_name_plural": "gegevensdoelen",
                        "ordering": ("-recorded_at",),
                    },
                ),
                migrations.CreateModel(
                    name="DataPurposeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("goal", models.TextField(verbose_name="waarvoor")),
                        ("ground", models.TextField(verbose_name="waarom het mag")),
                        (
                            "longest_months",
                            models.PositiveSmallIntegerField(verbose_name="hoogstens zoveel maanden bewaren"),
                        ),
                        ("recorded_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "agreement",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.agreement",
                                verbose_name="staat in overeenkomst",
                            ),
                        ),
                        (
                            "network",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.network",
                                verbose_name="netwerk",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="carechain.datapurpose",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vastgelegd door",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EventLog",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="titel")),
                        ("filename", models.CharField(max_length=200, verbose_name="bestand")),
                        ("n_bytes", models.PositiveBigIntegerField(verbose_name="grootte")),
                        (
                            "is_pseudonymised",
                            models.BooleanField(default=False, verbose_name="zaken zijn al pseudoniemen"),
                        ),
                        ("keep_until", models.DateField(verbose_name="bewaren tot en met")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("receiving", "komt binnen"),
                                    ("received", "wordt bekeken"),
                                    ("recognised", "kolommen kiezen"),
                                    ("ready", "klaar"),
                                    ("unreadable", "niet te lezen"),
                                ],
                                default="receiving",
                                max_length=12,
                                verbose_name="stand",
                            ),
                        ),
                        ("sent_at", models.DateTimeField(verbose_name="gestuurd op")),
                        ("columns", models.JSONField(default=list, verbose_name="kolommen van het bestand")),
                        ("mapping", models.JSONField(default=dict, verbose_name="welke kolom wat is")),
                        (
                            "closing",
                            models.JSONField(default=list, verbose_name="stappen waarmee een zaak klaar is"),
                        ),
                        (
                            "cut_off",
                            models.DateField(blank=True, null=True, verbose_name="laatste dag die telt"),
                        ),
                        (
                            "counts",
                            models.JSONField(default=dict, verbose_name="gelezen, gebruikt en afgewezen"),
                        ),
                        ("rejects", models.JSONField(default=list, verbose_name="afgewezen regels")),
                        ("answer", models.JSONField(default=dict, verbose_name="antwoorden")),
                        (
                            "sha256",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="vingerafdruk van het bestand"
                            ),
                        ),
                        ("first_on", models.DateField(blank=True, null=True, verbose_name="eerste dag")),
                        ("last_on", models.DateField(blank=True, null=True, verbose_name="laatste dag")),
                        (
                            "prepared_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="klaargezet op"),
                        ),
                        ("words", models.CharField(blank=True, max_length=500, verbose_name="wat er mis is")),
                        (
                            "removal_asked_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="gevraagd te verwijderen op"
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
                            "purpose",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="logs",
                                to="carechain.datapurpose",
                                verbose_name="doel",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gestuurd door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "logboek van de keten",
                        "verbose_name_plural": "logboeken van de keten",
                        "ordering": ("-sent_at",),
                    },
                ),
                migrations.CreateModel(
                    name="ChainLink",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[("organisation", "organisaties"), ("activity", "stappen")],
                                max_length=12,
                                verbose_name="tussen",
                            ),
                        ),
                        ("source", models.CharField(max_length=200, verbose_name="van")),
                        ("target", models.CharField(max_length=200, verbose_name="naar")),
                        ("n", models.PositiveIntegerField(verbose_name="overdrachten")),
                        ("n_waits", models.PositiveIntegerField(verbose_name="waarvan met wachttijd")),
                        ("n_overlaps", models.PositiveIntegerField(verbose_name="waarvan met overlap")),
                        ("mean_s", models.FloatField(null=True, verbose_name="gemiddeld")),
                        ("p50_s", models.FloatField(null=True, verbose_name="helft binnen")),
                        ("p80_s", models.FloatField(null=True, verbose_name="80 procent binnen")),
                        ("p90_s", models.FloatField(null=True, verbose_name="90 procent binnen")),
                        ("n_waiting", models.PositiveIntegerField(default=0, verbose_name="wacht nu")),
                        ("days", models.JSONField(default=dict, verbose_name="wachttijden in dagen")),
                        ("months", models.JSONField(default=list, verbose_name="per maand")),
                        ("waiting", models.JSONField(default=dict, verbose_name="wie nu wacht")),
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
                            "log",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="carechain.eventlog",
                                verbose_name="logboek",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "schakel van de keten",
                        "verbose_name_plural": "schakels van de keten",
                        "ordering": ("-n", "source", "target"),
                    },
                ),
                migrations.CreateModel(
                    name="LogPiece",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="nummer")),
                        ("data", models.BinaryField(verbose_name="inhoud")),
                        (
                            "log",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pieces",
                                to="carechain.eventlog",
                                verbose_name="logboek",
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
                    ],
                    options={
                        "verbose_name": "stuk van een logboek",
                        "verbose_name_plural": "stukken van logboeken",
                        "ordering": ("number",),
                    },
                ),
                migrations.AddConstraint(
                    model_name="chainnorm",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("origin", ""), _negated=True),
                        name="a_chain_norm_says_who_says_so",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="chainnorm",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("percent__gte", 1), ("percent__lte", 100)),
                        name="a_chain_norm_is_for_some_of_hundred",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="chainnorm",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True),
                            ("valid_until__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_chain_norm_ends_after_it_begins",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chainnorm",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "carechain_chainnormevent" ("id", "level", "most_days", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "source", "target", "valid_from", "valid_until") VALUES (NEW."id", NEW."level", NEW."most_days", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."source", NEW."target", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                            hash="717de307017624d15428fa7f8dd9d6f6945f13e2",
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
                            func='INSERT INTO "carechain_chainnormevent" ("id", "level", "most_days", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "source", "target", "valid_from", "valid_until") VALUES (NEW."id", NEW."level", NEW."most_days", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_by_id", NEW."source", NEW."target", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                            hash="ec7ff82e28e85529c04947e5b36296878a9c34fb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_87726",
                            table="carechain_chainnorm",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="datapurpose",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("goal", ""), _negated=True), models.Q(("ground", ""), _negated=True)
                        ),
                        name="a_data_purpose_says_for_what_and_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="datapurpose",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("longest_months__gte", 1), ("longest_months__lte", 120)),
                        name="event_data_is_not_kept_for_ever",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datapurpose",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "carechain_datapurposeevent" ("agreement_id", "goal", "ground", "id", "longest_months", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."agreement_id", NEW."goal", NEW."ground", NEW."id", NEW."longest_months", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;',
                            hash="c33d99dd09d022357e357b2a69251ca3652e897b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f9dce",
                            table="carechain_datapurpose",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="datapurpose",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "carechain_datapurposeevent" ("agreement_id", "goal", "ground", "id", "longest_months", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."agreement_id", NEW."goal", NEW."ground", NEW."id", NEW."longest_months", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;',
                            hash="9d380cc8ec512e7e12406edd2175f38dcde72f31",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dac1b",
                            table="carechain_datapurpose",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="eventlog",
                    index=models.Index(fields=["network", "keep_until"], name="logs_by_their_last_day"),
                ),
                migrations.AddConstraint(
                    model_name="eventlog",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ready"), _negated=True),
                            ("prepared_at__isnull", False),
                            _connector="OR",
                        ),
                        name="a_log_that_is_ready_says_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="eventlog",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "unreadable"), _negated=True),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="an_unreadable_log_says_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="chainlink",
                    constraint=models.UniqueConstraint(
                        fields=("network", "log", "level", "source", "target"),
                        name="a_log_counts_a_link_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="chainlink",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "n",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("n_waits"), "+", models.F("n_overlaps")
                                ),
                            )
                        ),
                        name="overlaps_and_waits_make_up_a_link",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="logpiece",
                    constraint=models.UniqueConstraint(
                        fields=("network", "log", "number"), name="a_piece_of_a_log_comes_once"
                    ),
                ),
            ]
        ),
        *tenant_tables(
            "carechain",
            ["datapurpose", "eventlog", "logpiece", "chainlink", "chainnorm"],
            append_only=["datapurposeevent", "chainnormevent"],
        ),
    ]
