"""What the parties to an agreement have to do, what they said about it, and what they showed."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0006_who_manages"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Obligation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("text", models.CharField(max_length=500, verbose_name="wat")),
                ("source_text", models.TextField(blank=True, verbose_name="tekst waaruit dit volgt")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="uiterlijk op")),
                (
                    "every_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="keert terug na (maanden)"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "gevraagd"),
                            ("confirmed", "bevestigd"),
                            ("disputed", "klopt niet, zegt de partner"),
                            ("withdrawn", "ingetrokken"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                ("answer", models.TextField(blank=True, verbose_name="toelichting van de partner")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="nagekomen op")),
                ("withdrawn_reason", models.TextField(blank=True, verbose_name="waarom ingetrokken")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="obligations",
                        to="network.agreement",
                        verbose_name="overeenkomst",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beantwoord door",
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
                        related_name="obligations",
                        to="network.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "verplichting",
                "verbose_name_plural": "verplichtingen",
                "ordering": ("partner__position", "partner__name", "due_on", "asked_at"),
            },
        ),
        migrations.CreateModel(
            name="ObligationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("text", models.CharField(max_length=500, verbose_name="wat")),
                ("source_text", models.TextField(blank=True, verbose_name="tekst waaruit dit volgt")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="uiterlijk op")),
                (
                    "every_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="keert terug na (maanden)"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "gevraagd"),
                            ("confirmed", "bevestigd"),
                            ("disputed", "klopt niet, zegt de partner"),
                            ("withdrawn", "ingetrokken"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                ("answer", models.TextField(blank=True, verbose_name="toelichting van de partner")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="nagekomen op")),
                ("withdrawn_reason", models.TextField(blank=True, verbose_name="waarom ingetrokken")),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="network.agreement",
                        verbose_name="overeenkomst",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
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
                        db_constraint=False,
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
                        to="network.obligation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObligationReport",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="voor de dag")),
                ("is_met", models.BooleanField(verbose_name="nagekomen")),
                ("evidence", models.TextField(verbose_name="waaruit dat blijkt")),
                ("happened_on", models.DateField(verbose_name="dag")),
                ("reported_at", models.DateTimeField(verbose_name="vastgelegd op")),
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
                    "obligation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="network.obligation",
                        verbose_name="verplichting",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vastgelegd door",
                    ),
                ),
            ],
            options={
                "verbose_name": "verslag van een verplichting",
                "verbose_name_plural": "verslagen van verplichtingen",
                "ordering": ("-reported_at",),
            },
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(fields=["network", "partner", "state"], name="obligations_of_a_partner"),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="an_obligation_says_what"
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("every_months__isnull", True),
                    models.Q(("due_on__isnull", False), ("every_months__gt", 0)),
                    _connector="OR",
                ),
                name="an_obligation_that_returns_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("confirmed", "disputed")), _negated=True),
                    models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                    _connector="OR",
                ),
                name="an_answered_obligation_says_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("state", "disputed"), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("state", "withdrawn"), _negated=True),
                        models.Q(("withdrawn_reason", ""), _negated=True),
                        _connector="OR",
                    ),
                ),
                name="a_disputed_or_withdrawn_obligation_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("met_on__isnull", True),
                    models.Q(("every_months__isnull", True), ("state", "confirmed")),
                    _connector="OR",
                ),
                name="only_a_confirmed_obligation_is_met",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "network_obligationevent" ("agreement_id", "answer", "answered_at", "answered_by_id", "asked_at", "due_on", "every_months", "id", "met_on", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_text", "state", "text", "withdrawn_reason") VALUES (NEW."agreement_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."due_on", NEW."every_months", NEW."id", NEW."met_on", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source_text", NEW."state", NEW."text", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="40a2539852e57b933d679f537d454c3f7f249936",
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
                    func='INSERT INTO "network_obligationevent" ("agreement_id", "answer", "answered_at", "answered_by_id", "asked_at", "due_on", "every_months", "id", "met_on", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_text", "state", "text", "withdrawn_reason") VALUES (NEW."agreement_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."due_on", NEW."every_months", NEW."id", NEW."met_on", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source_text", NEW."state", NEW."text", NEW."withdrawn_reason"); RETURN NULL;',
                    hash="1274f86295d028daa196a148c0d271b3b5b1fc2b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_331ce",
                    table="network_obligation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="obligationreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("evidence", ""), _negated=True), name="a_report_of_an_obligation_shows_it"
            ),
        ),
        Tenancy("network", "obligation"),
        Tenancy("network", "obligationreport", append_only=True),
        Tenancy("network", "obligationevent", append_only=True),
    ]
