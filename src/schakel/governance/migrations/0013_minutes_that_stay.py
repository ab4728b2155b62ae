"""The minutes of a meeting; once adopted nothing changes them, what is added stands beside them."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0012_a_mandate_ends_with_a_decision"),
        ("network", "0014_numbers_of_organisations_beat_everywhere"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("text", models.TextField(verbose_name="tekst")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "concept"), ("adopted", "vastgesteld")],
                        default="draft",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="hoe vaak bewaard")),
                ("changed_at", models.DateTimeField(verbose_name="laatst gewijzigd op")),
                ("adopted_on", models.DateField(blank=True, null=True, verbose_name="vastgesteld op")),
                ("adopted_how", models.CharField(blank=True, max_length=300, verbose_name="hoe vastgesteld")),
                ("recorded_at", models.DateTimeField(blank=True, null=True, verbose_name="vastgelegd op")),
                (
                    "adopted_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.meeting",
                        verbose_name="vastgesteld in",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="governance.meeting",
                        verbose_name="overleg",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="geschreven door",
                    ),
                ),
            ],
            options={
                "verbose_name": "verslag",
                "verbose_name_plural": "verslagen",
            },
        ),
        migrations.CreateModel(
            name="MinutesRemark",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("text", models.TextField(verbose_name="aanvulling")),
                ("reason", models.CharField(max_length=300, verbose_name="reden")),
                ("added_at", models.DateTimeField(verbose_name="aangevuld op")),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="aangevuld door",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="governance.minutes",
                        verbose_name="verslag",
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
                "verbose_name": "aanvulling op een verslag",
                "verbose_name_plural": "aanvullingen op een verslag",
                "ordering": ("added_at", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.UniqueConstraint(
                fields=("network", "meeting"), name="a_meeting_has_minutes_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="minutes_have_a_text"
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("adopted_how", ""),
                        ("adopted_in__isnull", True),
                        ("adopted_on__isnull", True),
                        ("recorded_at__isnull", True),
                        ("status", "draft"),
                    ),
                    models.Q(
                        ("adopted_on__isnull", False),
                        ("recorded_at__isnull", False),
                        ("status", "adopted"),
                        models.Q(
                            ("adopted_in__isnull", False),
                            models.Q(("adopted_how", ""), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="adopted_minutes_say_when_and_how",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="adopted_minutes_never_change",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"status\" = 'adopted')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4cb731029fbf5121123f27a35c6244f001c0dfd3",
                    operation="UPDATE",
                    pgid="pgtrigger_adopted_minutes_never_change_0d907",
                    table="governance_minutes",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="minutes_are_never_removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="55d281b6c1bedd9050b8730d908ba6fccc91faa7",
                    operation="DELETE",
                    pgid="pgtrigger_minutes_are_never_removed_f3585",
                    table="governance_minutes",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="minutesremark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                ),
                name="a_remark_says_what_and_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutesremark",
            trigger=pgtrigger.compiler.Trigger(
                name="remarks_on_minutes_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d6446f9bd5287edd65f71922909c045541fb8693",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_remarks_on_minutes_stay_961da",
                    table="governance_minutesremark",
                    when="BEFORE",
                ),
            ),
        ),
        *tenant_tables("governance", ["minutes"], append_only=["minutesremark"]),
    ]
