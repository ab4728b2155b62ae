"""What series show: phases, notes and readings; and the register of what left."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import AllAtOnce, tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("measuring", "0004_files"),
        ("network", "0006_who_manages"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AllAtOnce(
            [
                migrations.CreateModel(
                    name="PhaseChange",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="eerste periode van de fase")),
                        ("cause", models.CharField(max_length=200, verbose_name="wat er veranderde")),
                        ("made_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vastgelegd door",
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
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="phases",
                                to="measuring.series",
                                verbose_name="reeks",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "fase",
                        "verbose_name_plural": "fasen",
                        "ordering": ("starts_on",),
                    },
                ),
                migrations.CreateModel(
                    name="PhaseChangeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("starts_on", models.DateField(verbose_name="eerste periode van de fase")),
                        ("cause", models.CharField(max_length=200, verbose_name="wat er veranderde")),
                        ("made_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vastgelegd door",
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
                                to="measuring.phasechange",
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measuring.series",
                                verbose_name="reeks",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PointNote",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("period_on", models.DateField(verbose_name="periode")),
                        ("text", models.CharField(max_length=300, verbose_name="opmerking")),
                        ("made_at", models.DateTimeField(verbose_name="geschreven op")),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geschreven door",
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
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="measuring.series",
                                verbose_name="reeks",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "opmerking bij een cijfer",
                        "verbose_name_plural": "opmerkingen bij cijfers",
                        "ordering": ("period_on", "made_at"),
                    },
                ),
                migrations.CreateModel(
                    name="PointNoteEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("period_on", models.DateField(verbose_name="periode")),
                        ("text", models.CharField(max_length=300, verbose_name="opmerking")),
                        ("made_at", models.DateTimeField(verbose_name="geschreven op")),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geschreven door",
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
                                to="measuring.pointnote",
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measuring.series",
                                verbose_name="reeks",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reading",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "is_stale",
                            models.BooleanField(default=True, verbose_name="wordt opnieuw berekend"),
                        ),
                        (
                            "computed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="berekend op"),
                        ),
                        ("engine", models.CharField(blank=True, max_length=60, verbose_name="rekenwijze")),
                        (
                            "fault",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="waarom er geen kaart is"
                            ),
                        ),
                        ("points", models.JSONField(blank=True, default=list, verbose_name="punten")),
                        ("last", models.JSONField(blank=True, default=dict, verbose_name="laatste cijfer")),
                        (
                            "variation",
                            models.CharField(blank=True, max_length=20, verbose_name="verandert het"),
                        ),
                        (
                            "assurance",
                            models.CharField(blank=True, max_length=20, verbose_name="haalt het zijn doel"),
                        ),
                        (
                            "lower95",
                            models.FloatField(blank=True, null=True, verbose_name="ondergrens van de marge"),
                        ),
                        (
                            "upper95",
                            models.FloatField(blank=True, null=True, verbose_name="bovengrens van de marge"),
                        ),
                        (
                            "expected_at_last",
                            models.FloatField(
                                default=0, verbose_name="kans op vals alarm bij het laatste punt"
                            ),
                        ),
                        (
                            "expected_anywhere",
                            models.FloatField(default=0, verbose_name="kans op vals alarm ergens"),
                        ),
                        (
                            "autocorrelation",
                            models.FloatField(
                                blank=True, null=True, verbose_name="samenhang met het vorige cijfer"
                            ),
                        ),
                        (
                            "dispersion",
                            models.FloatField(blank=True, null=True, verbose_name="spreiding boven toeval"),
                        ),
                        (
                            "is_trial",
                            models.BooleanField(default=True, verbose_name="grenzen zijn voorlopig"),
                        ),
                        ("broad", models.TextField(blank=True, verbose_name="tekening, breed")),
                        ("narrow", models.TextField(blank=True, verbose_name="tekening, smal")),
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
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="readings",
                                to="measuring.series",
                                verbose_name="reeks",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lezing van een reeks",
                        "verbose_name_plural": "lezingen van reeksen",
                    },
                ),
                migrations.CreateModel(
                    name="Exit",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("what", models.CharField(max_length=300, verbose_name="wat")),
                        ("file_name", models.CharField(max_length=120, verbose_name="bestand")),
                        ("sha256", models.CharField(max_length=64, verbose_name="vingerafdruk")),
                        ("n_values", models.PositiveIntegerField(verbose_name="aantal cijfers")),
                        ("n_hidden", models.PositiveIntegerField(verbose_name="daarvan verborgen")),
                        (
                            "threshold",
                            models.PositiveSmallIntegerField(verbose_name="getoond vanaf zoveel mensen"),
                        ),
                        ("series", models.JSONField(default=list, verbose_name="reeksen")),
                        ("at", models.DateTimeField(verbose_name="op")),
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
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "uitgave van cijfers",
                        "verbose_name_plural": "uitgaven van cijfers",
                        "ordering": ("-at",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("threshold__gte", 5)),
                                name="an_exit_keeps_the_lowest_threshold",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("n_hidden__lte", models.F("n_values"))),
                                name="no_more_is_hidden_than_left",
                            ),
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="phasechange",
                    constraint=models.UniqueConstraint(
                        fields=("network", "series", "starts_on"), name="a_phase_begins_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="phasechange",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("cause", ""), _negated=True), name="a_phase_says_what_changed"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="phasechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "measuring_phasechangeevent" ("cause", "id", "made_at", "made_by_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "starts_on") VALUES (NEW."cause", NEW."id", NEW."made_at", NEW."made_by_id", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."starts_on"); RETURN NULL;',
                            hash="363bcab0aacee6e77737b6a57755e8e2607735b1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_44c36",
                            table="measuring_phasechange",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="phasechange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "measuring_phasechangeevent" ("cause", "id", "made_at", "made_by_id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "starts_on") VALUES (NEW."cause", NEW."id", NEW."made_at", NEW."made_by_id", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."starts_on"); RETURN NULL;',
                            hash="0eed72bcd9a48e516f19b99ab058494051534990",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_135b4",
                            table="measuring_phasechange",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pointnote",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="a_note_at_a_figure_says_something",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pointnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "measuring_pointnoteevent" ("id", "made_at", "made_by_id", "network_id", "period_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "text") VALUES (NEW."id", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."period_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."text"); RETURN NULL;',
                            hash="688b183d67f7aedc41a092184256c1f2c16eaaa1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a028e",
                            table="measuring_pointnote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="pointnote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "measuring_pointnoteevent" ("id", "made_at", "made_by_id", "network_id", "period_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "text") VALUES (NEW."id", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."period_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."text"); RETURN NULL;',
                            hash="cf2cb48397a4a65dd9c1c728fbb70dc7bd8ef150",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_155bf",
                            table="measuring_pointnote",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="reading",
                    index=models.Index(
                        condition=models.Q(("is_stale", True)), fields=["network"], name="readings_to_make"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reading",
                    constraint=models.UniqueConstraint(
                        fields=("network", "series"), name="a_series_has_one_reading"
                    ),
                ),
            ]
        ),
        *tenant_tables(
            "measuring",
            ["phasechange", "pointnote", "reading"],
            append_only=["exit", "phasechangeevent", "pointnoteevent"],
        ),
    ]
