"""Series, their figures, and the baselines; figures and locked baselines stay as they are."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import AllAtOnce, tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("measuring", "0002_tenancy"),
        ("network", "0006_who_manages"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AllAtOnce(
            [
                migrations.CreateModel(
                    name="Baseline",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("collected", "verzameld"),
                                    ("checked", "nagekeken"),
                                    ("locked", "op slot"),
                                ],
                                max_length=20,
                                verbose_name="stand",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="eerste periode")),
                        ("last_on", models.DateField(verbose_name="laatste periode")),
                        ("reason", models.TextField(blank=True, verbose_name="waarom een nieuwe")),
                        ("values", models.JSONField(blank=True, default=list, verbose_name="cijfers")),
                        ("limits", models.JSONField(blank=True, default=dict, verbose_name="grenzen")),
                        ("collected_at", models.DateTimeField(verbose_name="verzameld op")),
                        (
                            "checked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="nagekeken op"),
                        ),
                        (
                            "locked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="op slot sinds"),
                        ),
                        ("sha256", models.CharField(blank=True, max_length=64, verbose_name="vingerafdruk")),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="nagekeken door",
                            ),
                        ),
                        (
                            "collected_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verzameld door",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="op slot gezet door",
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
                        "verbose_name": "nulmeting",
                        "verbose_name_plural": "nulmetingen",
                        "ordering": ("-number",),
                    },
                ),
                migrations.CreateModel(
                    name="Series",
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
                                choices=[
                                    ("network", "het hele netwerk"),
                                    ("area", "een gebied"),
                                    ("partner", "een partner"),
                                ],
                                max_length=10,
                                verbose_name="over wie",
                            ),
                        ),
                        (
                            "subject_type",
                            models.CharField(
                                blank=True,
                                choices=[("initiative", "initiatief")],
                                max_length=20,
                                verbose_name="soort onderwerp",
                            ),
                        ),
                        ("subject_id", models.UUIDField(blank=True, null=True, verbose_name="onderwerp")),
                        (
                            "subject_label",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="naam van het onderwerp"
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="begonnen op")),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.area",
                                verbose_name="gebied",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="begonnen door",
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
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="series",
                                to="measuring.indicatorversion",
                                verbose_name="definitie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reeks",
                        "verbose_name_plural": "reeksen",
                        "ordering": ("made_at", "id"),
                    },
                ),
                migrations.CreateModel(
                    name="BaselineEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("collected", "verzameld"),
                                    ("checked", "nagekeken"),
                                    ("locked", "op slot"),
                                ],
                                max_length=20,
                                verbose_name="stand",
                            ),
                        ),
                        ("from_on", models.DateField(verbose_name="eerste periode")),
                        ("last_on", models.DateField(verbose_name="laatste periode")),
                        ("reason", models.TextField(blank=True, verbose_name="waarom een nieuwe")),
                        ("values", models.JSONField(blank=True, default=list, verbose_name="cijfers")),
                        ("limits", models.JSONField(blank=True, default=dict, verbose_name="grenzen")),
                        ("collected_at", models.DateTimeField(verbose_name="verzameld op")),
                        (
                            "checked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="nagekeken op"),
                        ),
                        (
                            "locked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="op slot sinds"),
                        ),
                        ("sha256", models.CharField(blank=True, max_length=64, verbose_name="vingerafdruk")),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="nagekeken door",
                            ),
                        ),
                        (
                            "collected_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verzameld door",
                            ),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="op slot gezet door",
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
                                to="measuring.baseline",
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
                migrations.AddField(
                    model_name="baseline",
                    name="series",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="baselines",
                        to="measuring.series",
                        verbose_name="reeks",
                    ),
                ),
                migrations.CreateModel(
                    name="SeriesEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("network", "het hele netwerk"),
                                    ("area", "een gebied"),
                                    ("partner", "een partner"),
                                ],
                                max_length=10,
                                verbose_name="over wie",
                            ),
                        ),
                        (
                            "subject_type",
                            models.CharField(
                                blank=True,
                                choices=[("initiative", "initiatief")],
                                max_length=20,
                                verbose_name="soort onderwerp",
                            ),
                        ),
                        ("subject_id", models.UUIDField(blank=True, null=True, verbose_name="onderwerp")),
                        (
                            "subject_label",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="naam van het onderwerp"
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="begonnen op")),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.area",
                                verbose_name="gebied",
                            ),
                        ),
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
                                verbose_name="begonnen door",
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
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.partner",
                                verbose_name="partner",
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
                                to="measuring.series",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="measuring.indicatorversion",
                                verbose_name="definitie",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Value",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("period_on", models.DateField(verbose_name="eerste dag van de periode")),
                        ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "numerator",
                            models.DecimalField(
                                blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="teller"
                            ),
                        ),
                        (
                            "denominator",
                            models.DecimalField(
                                blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="noemer"
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="waarde"
                            ),
                        ),
                        (
                            "n",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="over hoeveel"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("provisional", "voorlopig"), ("final", "definitief")],
                                default="provisional",
                                max_length=20,
                                verbose_name="stand",
                            ),
                        ),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="bron")),
                        ("reason", models.TextField(blank=True, verbose_name="waarom verbeterd")),
                        ("entered_at", models.DateTimeField(verbose_name="ingevuld op")),
                        (
                            "approved_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="nagekeken op"),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="nagekeken door",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ingevuld door",
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
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="measuring.value",
                                verbose_name="verbeterd door",
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="values",
                                to="measuring.series",
                                verbose_name="reeks",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cijfer",
                        "verbose_name_plural": "cijfers",
                        "ordering": ("period_on", "number"),
                    },
                ),
                migrations.AddIndex(
                    model_name="series",
                    index=models.Index(
                        fields=["network", "subject_type", "subject_id"], name="series_of_a_subject"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.UniqueConstraint(
                        fields=(
                            "network",
                            "version",
                            "level",
                            "area",
                            "partner",
                            "subject_type",
                            "subject_id",
                        ),
                        name="a_series_is_there_once",
                        nulls_distinct=False,
                    ),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", True), ("level", "network"), ("partner__isnull", True)),
                            models.Q(("area__isnull", False), ("level", "area"), ("partner__isnull", True)),
                            models.Q(
                                ("area__isnull", True), ("level", "partner"), ("partner__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_series_says_about_whom_it_is",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject_id__isnull", True), ("subject_type", "")),
                            models.Q(
                                models.Q(("subject_type", ""), _negated=True), ("subject_id__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_subject_has_a_kind_and_a_key",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "measuring_seriesevent" ("area_id", "id", "level", "made_at", "made_by_id", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "subject_label", "subject_type", "version_id") VALUES (NEW."area_id", NEW."id", NEW."level", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."version_id"); RETURN NULL;',
                            hash="970553ab83c6604bfa2419a4f36250cbed51f558",
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
                            func='INSERT INTO "measuring_seriesevent" ("area_id", "id", "level", "made_at", "made_by_id", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "subject_label", "subject_type", "version_id") VALUES (NEW."area_id", NEW."id", NEW."level", NEW."made_at", NEW."made_by_id", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."subject_id", NEW."subject_label", NEW."subject_type", NEW."version_id"); RETURN NULL;',
                            hash="0ab11ee38669c4b1f1399cf7daab4ba38350961b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5881b",
                            table="measuring_series",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="baseline",
                    constraint=models.UniqueConstraint(
                        fields=("network", "series", "number"), name="a_series_has_a_baseline_version_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="baseline",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "locked"), _negated=True),
                        fields=("network", "series"),
                        name="one_baseline_is_on_its_way",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="baseline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("last_on__gte", models.F("from_on"))),
                        name="a_baseline_does_not_end_before_it_starts",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="baseline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="a_second_baseline_says_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="baseline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("checked_at__isnull", True),
                                ("checked_by__isnull", True),
                                ("state", "collected"),
                            ),
                            models.Q(
                                models.Q(("state", "collected"), _negated=True),
                                ("checked_at__isnull", False),
                                models.Q(("checked_by", models.F("collected_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_baseline_is_checked_by_somebody_else",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="baseline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("locked_at__isnull", False),
                                ("sha256__regex", "^[0-9a-f]{64}$"),
                                ("state", "locked"),
                                models.Q(("values", []), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "locked"), _negated=True),
                                ("locked_at__isnull", True),
                                ("sha256", ""),
                            ),
                            _connector="OR",
                        ),
                        name="a_locked_baseline_has_a_fingerprint_a_moment_and_figures",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="baseline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="a_locked_baseline_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"state\" = 'locked')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="69d846b9dab5bfd4cddc81838598c586b60929f0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_a_locked_baseline_stays_7fafe",
                            table="measuring_baseline",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="baseline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "measuring_baselineevent" ("checked_at", "checked_by_id", "collected_at", "collected_by_id", "from_on", "id", "last_on", "limits", "locked_at", "locked_by_id", "network_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "series_id", "sha256", "state", "values") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."collected_at", NEW."collected_by_id", NEW."from_on", NEW."id", NEW."last_on", NEW."limits", NEW."locked_at", NEW."locked_by_id", NEW."network_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."series_id", NEW."sha256", NEW."state", NEW."values"); RETURN NULL;',
                            hash="7a19bf504d21f40a57e9f5d375720dca96ff8c77",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9038c",
                            table="measuring_baseline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="baseline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "measuring_baselineevent" ("checked_at", "checked_by_id", "collected_at", "collected_by_id", "from_on", "id", "last_on", "limits", "locked_at", "locked_by_id", "network_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "series_id", "sha256", "state", "values") VALUES (NEW."checked_at", NEW."checked_by_id", NEW."collected_at", NEW."collected_by_id", NEW."from_on", NEW."id", NEW."last_on", NEW."limits", NEW."locked_at", NEW."locked_by_id", NEW."network_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."series_id", NEW."sha256", NEW."state", NEW."values"); RETURN NULL;',
                            hash="f0827c163886bf6e3e1a890ef59246f38eded30e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eacd1",
                            table="measuring_baseline",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="value",
                    index=models.Index(fields=["network", "series", "period_on"], name="figures_by_period"),
                ),
                migrations.AddConstraint(
                    model_name="value",
                    constraint=models.UniqueConstraint(
                        fields=("network", "series", "period_on", "number"),
                        name="a_figure_has_a_version_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="value",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("replaced_by__isnull", True)),
                        fields=("network", "series", "period_on"),
                        name="one_figure_of_a_period_counts",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="value",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="a_corrected_figure_says_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="value",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("replaced_by__isnull", True),
                            models.Q(("replaced_by", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_figure_does_not_replace_itself",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="value",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", True),
                                ("approved_by__isnull", True),
                                ("state", "provisional"),
                            ),
                            models.Q(("approved_at__isnull", False), ("state", "final")),
                            _connector="OR",
                        ),
                        name="a_final_figure_was_checked_by_somebody",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="value",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("denominator__isnull", True), ("numerator__isnull", True)),
                            models.Q(
                                ("denominator__gte", 0),
                                ("denominator__isnull", False),
                                ("numerator__gte", 0),
                                ("numerator__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_fraction_has_both_its_parts",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="value",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("value__isnull", False),
                            models.Q(("denominator", 0), ("denominator__isnull", False)),
                            models.Q(("n__isnull", True), ("number__gt", 1), ("numerator__isnull", True)),
                            _connector="OR",
                        ),
                        name="only_a_withdrawn_figure_or_nothing_counted_has_no_value",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="value",
                    trigger=pgtrigger.compiler.Trigger(
                        name="figures_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="2d6293fcef4fba18e8797841740c930b0d373493",
                            operation="DELETE",
                            pgid="pgtrigger_figures_stay_84b03",
                            table="measuring_value",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="value",
                    trigger=pgtrigger.compiler.Trigger(
                        name="what_was_measured_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."network_id" IS DISTINCT FROM (NEW."network_id") OR OLD."series_id" IS DISTINCT FROM (NEW."series_id") OR OLD."period_on" IS DISTINCT FROM (NEW."period_on") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."numerator" IS DISTINCT FROM (NEW."numerator") OR OLD."denominator" IS DISTINCT FROM (NEW."denominator") OR OLD."value" IS DISTINCT FROM (NEW."value") OR OLD."n" IS DISTINCT FROM (NEW."n") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="a41b40b616f41c629ef98dbb573f830f1e7720fd",
                            operation="UPDATE",
                            pgid="pgtrigger_what_was_measured_stays_30314",
                            table="measuring_value",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
        *tenant_tables(
            "measuring", ["series", "value", "baseline"], append_only=["seriesevent", "baselineevent"]
        ),
    ]
