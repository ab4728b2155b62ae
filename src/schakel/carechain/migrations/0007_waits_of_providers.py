"""What providers of mental health care tell of waiting, and of what plays a part in it."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0006_home_to_home"),
        ("network", "0013_what_is_signed_stays"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WaitReport",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("month_on", models.DateField(verbose_name="eerste dag van de maand")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                ("reason", models.TextField(blank=True, verbose_name="waarom verbeterd")),
                ("entered_at", models.DateTimeField(verbose_name="ingevuld op")),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("A", "aanmelding tot intake"),
                            ("B", "intake tot behandeling"),
                            ("T", "aanmelding tot behandeling"),
                        ],
                        max_length=1,
                        verbose_name="fase",
                    ),
                ),
                (
                    "split",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "iedereen"),
                            ("diagnosis", "een diagnosegroep"),
                            ("form", "een behandelvorm"),
                        ],
                        max_length=12,
                        verbose_name="over wie",
                    ),
                ),
                ("split_name", models.CharField(blank=True, max_length=80, verbose_name="groep")),
                (
                    "unit",
                    models.CharField(
                        choices=[("weeks", "weken"), ("days", "dagen")], max_length=8, verbose_name="eenheid"
                    ),
                ),
                (
                    "mean_wait",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="gemiddelde wachttijd",
                    ),
                ),
                ("n_started", models.PositiveIntegerField(blank=True, null=True, verbose_name="instroom")),
                (
                    "within_percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        verbose_name="procent binnen de norm",
                    ),
                ),
                ("n_waiting", models.PositiveIntegerField(blank=True, null=True, verbose_name="wacht nu")),
                (
                    "entered_by",
                    models.ForeignKey(
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
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.partner",
                        verbose_name="aanbieder",
                    ),
                ),
                (
                    "purpose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="carechain.datapurpose",
                        verbose_name="doel",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="carechain.waitreport",
                        verbose_name="verbeterd door",
                    ),
                ),
            ],
            options={
                "verbose_name": "opgave van een wachttijd",
                "verbose_name_plural": "opgaven van wachttijden",
                "ordering": ("-month_on", "phase", "split", "split_name", "number"),
            },
        ),
        migrations.CreateModel(
            name="WaitFactors",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("month_on", models.DateField(verbose_name="eerste dag van de maand")),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                ("reason", models.TextField(blank=True, verbose_name="waarom verbeterd")),
                ("entered_at", models.DateTimeField(verbose_name="ingevuld op")),
                (
                    "n_professionals",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="behandelaren"),
                ),
                (
                    "fte",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=7, null=True, verbose_name="fte"
                    ),
                ),
                (
                    "vacancies_fte",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=7, null=True, verbose_name="openstaande fte"
                    ),
                ),
                ("n_left", models.PositiveIntegerField(blank=True, null=True, verbose_name="uitstroom")),
                (
                    "entered_by",
                    models.ForeignKey(
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
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.partner",
                        verbose_name="aanbieder",
                    ),
                ),
                (
                    "purpose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="carechain.datapurpose",
                        verbose_name="doel",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="carechain.waitfactors",
                        verbose_name="verbeterd door",
                    ),
                ),
            ],
            options={
                "verbose_name": "opgave van wat meespeelt bij wachten",
                "verbose_name_plural": "opgaven van wat meespeelt bij wachten",
                "ordering": ("-month_on", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "partner", "month_on", "number"),
                        name="a_report_of_factors_has_a_version_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_by__isnull", True)),
                        fields=("network", "partner", "month_on"),
                        name="one_report_of_factors_counts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="a_corrected_report_of_factors_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("replaced_by__isnull", True),
                            models.Q(("replaced_by", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_report_of_factors_does_not_replace_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fte__isnull", True), ("fte__gte", 0), _connector="OR"),
                            models.Q(
                                ("vacancies_fte__isnull", True), ("vacancies_fte__gte", 0), _connector="OR"
                            ),
                        ),
                        name="no_fewer_than_no_hours_are_worked",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitfactors",
            trigger=pgtrigger.compiler.Trigger(
                name="reports_of_factors_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="31fedb74ea10ed3676b9f1761d394c66c556afdf",
                    operation="DELETE",
                    pgid="pgtrigger_reports_of_factors_stay_b1485",
                    table="carechain_waitfactors",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitfactors",
            trigger=pgtrigger.compiler.Trigger(
                name="what_was_told_of_factors_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."network_id" IS DISTINCT FROM (NEW."network_id") OR OLD."purpose_id" IS DISTINCT FROM (NEW."purpose_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."month_on" IS DISTINCT FROM (NEW."month_on") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at") OR OLD."n_professionals" IS DISTINCT FROM (NEW."n_professionals") OR OLD."fte" IS DISTINCT FROM (NEW."fte") OR OLD."vacancies_fte" IS DISTINCT FROM (NEW."vacancies_fte") OR OLD."n_left" IS DISTINCT FROM (NEW."n_left"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b3c0bf1c282d217d431dd4d7f514a93bce0316ab",
                    operation="UPDATE",
                    pgid="pgtrigger_what_was_told_of_factors_stays_8b9b0",
                    table="carechain_waitfactors",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.UniqueConstraint(
                fields=("network", "partner", "month_on", "phase", "split", "split_name", "number"),
                name="a_report_of_waits_has_a_version_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_by__isnull", True)),
                fields=("network", "partner", "month_on", "phase", "split", "split_name"),
                name="one_report_of_waits_counts",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                name="a_corrected_report_of_waits_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaced_by__isnull", True),
                    models.Q(("replaced_by", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="a_report_of_waits_does_not_replace_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mean_wait__isnull", True), ("n_started__isnull", True)),
                    models.Q(("mean_wait__isnull", True), ("n_started", 0)),
                    models.Q(("mean_wait__gte", 0), ("n_started__gte", 1)),
                    _connector="OR",
                ),
                name="a_mean_wait_is_over_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("within_percent__isnull", True),
                    models.Q(("n_started__gte", 1), ("within_percent__gte", 0), ("within_percent__lte", 100)),
                    _connector="OR",
                ),
                name="a_share_within_the_norm_is_of_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("number__gt", 1),
                    ("n_started__isnull", False),
                    ("n_waiting__isnull", False),
                    _connector="OR",
                ),
                name="only_a_withdrawn_report_of_waits_is_empty",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("split", ""), ("split_name", "")),
                    models.Q(
                        models.Q(("split", ""), _negated=True), models.Q(("split_name", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="a_part_of_the_people_has_a_name",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitreport",
            trigger=pgtrigger.compiler.Trigger(
                name="reports_of_waits_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="34c8d80fa378dd2ed3bd53961238d4a52ec58dd4",
                    operation="DELETE",
                    pgid="pgtrigger_reports_of_waits_stay_93f72",
                    table="carechain_waitreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitreport",
            trigger=pgtrigger.compiler.Trigger(
                name="what_was_reported_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."network_id" IS DISTINCT FROM (NEW."network_id") OR OLD."purpose_id" IS DISTINCT FROM (NEW."purpose_id") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."month_on" IS DISTINCT FROM (NEW."month_on") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at") OR OLD."phase" IS DISTINCT FROM (NEW."phase") OR OLD."split" IS DISTINCT FROM (NEW."split") OR OLD."split_name" IS DISTINCT FROM (NEW."split_name") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."mean_wait" IS DISTINCT FROM (NEW."mean_wait") OR OLD."n_started" IS DISTINCT FROM (NEW."n_started") OR OLD."within_percent" IS DISTINCT FROM (NEW."within_percent") OR OLD."n_waiting" IS DISTINCT FROM (NEW."n_waiting"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="cdbf56d6a3ef0a386d439fb838a9e03f7c178335",
                    operation="UPDATE",
                    pgid="pgtrigger_what_was_reported_stays_ee434",
                    table="carechain_waitreport",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AlterField(
            model_name="bottleneck",
            name="origin",
            field=models.CharField(
                choices=[
                    ("interview", "iemand vertelde het"),
                    ("link", "een schakel van de keten laat het zien"),
                    ("waits", "de wachttijden in de ggz laten het zien"),
                ],
                max_length=12,
                verbose_name="waar het vandaan komt",
            ),
        ),
        migrations.AlterField(
            model_name="bottleneckevent",
            name="origin",
            field=models.CharField(
                choices=[
                    ("interview", "iemand vertelde het"),
                    ("link", "een schakel van de keten laat het zien"),
                    ("waits", "de wachttijden in de ggz laten het zien"),
                ],
                max_length=12,
                verbose_name="waar het vandaan komt",
            ),
        ),
        *tenant_tables("carechain", ["waitreport", "waitfactors"]),
    ]
