"""The way from home to home: its steps, agreements about transfers, and the health that steps gain."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0005_stations"),
        ("measuring", "0009_series_end_and_means_have_a_spread"),
        ("network", "0013_what_is_signed_stays"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="eventlog",
            name="kind",
            field=models.CharField(
                choices=[("events", "keten"), ("transfers", "overdrachten")],
                default="events",
                max_length=12,
                verbose_name="soort",
            ),
        ),
        migrations.CreateModel(
            name="StepGain",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "source_kind",
                    models.CharField(
                        choices=[
                            ("home", "thuis"),
                            ("hospital", "ziekenhuis"),
                            ("rehabilitation", "revalidatie (GRZ)"),
                            ("short_stay", "eerstelijnsverblijf (ELV)"),
                            ("respite", "logeerzorg"),
                            ("nursing_home", "verpleeghuis"),
                            ("hospice", "hospice"),
                            ("home_care", "thuiszorg"),
                            ("other", "andere plek"),
                        ],
                        max_length=20,
                        verbose_name="van",
                    ),
                ),
                (
                    "target_kind",
                    models.CharField(
                        choices=[
                            ("home", "thuis"),
                            ("hospital", "ziekenhuis"),
                            ("rehabilitation", "revalidatie (GRZ)"),
                            ("short_stay", "eerstelijnsverblijf (ELV)"),
                            ("respite", "logeerzorg"),
                            ("nursing_home", "verpleeghuis"),
                            ("hospice", "hospice"),
                            ("home_care", "thuiszorg"),
                            ("other", "andere plek"),
                        ],
                        max_length=20,
                        verbose_name="naar",
                    ),
                ),
                ("chosen_at", models.DateTimeField(verbose_name="gekozen op")),
                (
                    "chosen_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gekozen door",
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
                        related_name="+",
                        to="measuring.series",
                        verbose_name="reeks",
                    ),
                ),
            ],
            options={
                "verbose_name": "gezondheidswinst van een stap",
                "verbose_name_plural": "gezondheidswinst van stappen",
                "ordering": ("source_kind", "target_kind"),
            },
        ),
        migrations.CreateModel(
            name="StepGainEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "source_kind",
                    models.CharField(
                        choices=[
                            ("home", "thuis"),
                            ("hospital", "ziekenhuis"),
                            ("rehabilitation", "revalidatie (GRZ)"),
                            ("short_stay", "eerstelijnsverblijf (ELV)"),
                            ("respite", "logeerzorg"),
                            ("nursing_home", "verpleeghuis"),
                            ("hospice", "hospice"),
                            ("home_care", "thuiszorg"),
                            ("other", "andere plek"),
                        ],
                        max_length=20,
                        verbose_name="van",
                    ),
                ),
                (
                    "target_kind",
                    models.CharField(
                        choices=[
                            ("home", "thuis"),
                            ("hospital", "ziekenhuis"),
                            ("rehabilitation", "revalidatie (GRZ)"),
                            ("short_stay", "eerstelijnsverblijf (ELV)"),
                            ("respite", "logeerzorg"),
                            ("nursing_home", "verpleeghuis"),
                            ("hospice", "hospice"),
                            ("home_care", "thuiszorg"),
                            ("other", "andere plek"),
                        ],
                        max_length=20,
                        verbose_name="naar",
                    ),
                ),
                ("chosen_at", models.DateTimeField(verbose_name="gekozen op")),
                (
                    "chosen_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gekozen door",
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
                        to="carechain.stepgain",
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
            name="TransferAgreement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("answer_within_hours", models.PositiveSmallIntegerField(verbose_name="antwoord binnen uur")),
                (
                    "sent_before_leaving_hours",
                    models.PositiveSmallIntegerField(verbose_name="overdracht verstuurd uur voor vertrek"),
                ),
                (
                    "delay_nights_max",
                    models.PositiveSmallIntegerField(verbose_name="hoogstens zoveel nachten wachten"),
                ),
                ("readmission_days", models.PositiveSmallIntegerField(verbose_name="terug binnen dagen")),
                ("percent", models.PositiveSmallIntegerField(default=90, verbose_name="voor zoveel procent")),
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
                "verbose_name": "afspraak over overdrachten",
                "verbose_name_plural": "afspraken over overdrachten",
                "ordering": ("-valid_from",),
            },
        ),
        migrations.CreateModel(
            name="TransferAgreementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("answer_within_hours", models.PositiveSmallIntegerField(verbose_name="antwoord binnen uur")),
                (
                    "sent_before_leaving_hours",
                    models.PositiveSmallIntegerField(verbose_name="overdracht verstuurd uur voor vertrek"),
                ),
                (
                    "delay_nights_max",
                    models.PositiveSmallIntegerField(verbose_name="hoogstens zoveel nachten wachten"),
                ),
                ("readmission_days", models.PositiveSmallIntegerField(verbose_name="terug binnen dagen")),
                ("percent", models.PositiveSmallIntegerField(default=90, verbose_name="voor zoveel procent")),
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
                        to="carechain.transferagreement",
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
            name="TransferStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "source_kind",
                    models.CharField(
                        choices=[
                            ("home", "thuis"),
                            ("hospital", "ziekenhuis"),
                            ("rehabilitation", "revalidatie (GRZ)"),
                            ("short_stay", "eerstelijnsverblijf (ELV)"),
                            ("respite", "logeerzorg"),
                            ("nursing_home", "verpleeghuis"),
                            ("hospice", "hospice"),
                            ("home_care", "thuiszorg"),
                            ("other", "andere plek"),
                        ],
                        max_length=20,
                        verbose_name="van",
                    ),
                ),
                (
                    "target_kind",
                    models.CharField(
                        choices=[
                            ("home", "thuis"),
                            ("hospital", "ziekenhuis"),
                            ("rehabilitation", "revalidatie (GRZ)"),
                            ("short_stay", "eerstelijnsverblijf (ELV)"),
                            ("respite", "logeerzorg"),
                            ("nursing_home", "verpleeghuis"),
                            ("hospice", "hospice"),
                            ("home_care", "thuiszorg"),
                            ("other", "andere plek"),
                        ],
                        max_length=20,
                        verbose_name="naar",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="van plek")),
                ("target", models.CharField(blank=True, max_length=200, verbose_name="naar plek")),
                ("n_people", models.PositiveIntegerField(verbose_name="mensen")),
                ("facts", models.JSONField(default=dict, verbose_name="wat er gezien is")),
                ("reasons", models.JSONField(default=dict, verbose_name="waarom geweigerd")),
                (
                    "log",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transfer_steps",
                        to="carechain.eventlog",
                        verbose_name="bestand",
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
                "verbose_name": "stap van huis tot huis",
                "verbose_name_plural": "stappen van huis tot huis",
                "ordering": ("-n_people", "source_kind", "target_kind", "source", "target"),
            },
        ),
        migrations.AddConstraint(
            model_name="stepgain",
            constraint=models.UniqueConstraint(
                fields=("network", "source_kind", "target_kind"), name="a_step_gains_health_by_one_series"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stepgain",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "carechain_stepgainevent" ("chosen_at", "chosen_by_id", "id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source_kind", "target_kind") VALUES (NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."source_kind", NEW."target_kind"); RETURN NULL;',
                    hash="9556911746135d5dd8dfb53914572a65a062ff84",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9537a",
                    table="carechain_stepgain",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stepgain",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "carechain_stepgainevent" ("chosen_at", "chosen_by_id", "id", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "source_kind", "target_kind") VALUES (NEW."chosen_at", NEW."chosen_by_id", NEW."id", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."source_kind", NEW."target_kind"); RETURN NULL;',
                    hash="84c4bae30e2d6e284a95d5ebae97410078f5ba95",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_127d4",
                    table="carechain_stepgain",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="transferagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin", ""), _negated=True),
                name="a_transfer_agreement_says_who_says_so",
            ),
        ),
        migrations.AddConstraint(
            model_name="transferagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("percent__gte", 1), ("percent__lte", 100)),
                name="a_transfer_agreement_is_for_some_of_hundred",
            ),
        ),
        migrations.AddConstraint(
            model_name="transferagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", True),
                    ("valid_until__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="a_transfer_agreement_ends_after_it_begins",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "carechain_transferagreementevent" ("answer_within_hours", "delay_nights_max", "id", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readmission_days", "recorded_by_id", "sent_before_leaving_hours", "valid_from", "valid_until") VALUES (NEW."answer_within_hours", NEW."delay_nights_max", NEW."id", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."readmission_days", NEW."recorded_by_id", NEW."sent_before_leaving_hours", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="ab2aee4e0cedeb15427b91b7ec2b68ae0bb3be36",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b5863",
                    table="carechain_transferagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "carechain_transferagreementevent" ("answer_within_hours", "delay_nights_max", "id", "network_id", "origin", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readmission_days", "recorded_by_id", "sent_before_leaving_hours", "valid_from", "valid_until") VALUES (NEW."answer_within_hours", NEW."delay_nights_max", NEW."id", NEW."network_id", NEW."origin", NEW."percent", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."readmission_days", NEW."recorded_by_id", NEW."sent_before_leaving_hours", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="a4947077601dc10ac6c7fa46b78a46c782fb06d7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0518f",
                    table="carechain_transferagreement",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="transferstep",
            constraint=models.UniqueConstraint(
                fields=("network", "log", "source_kind", "target_kind", "source", "target"),
                name="a_file_counts_a_step_once",
            ),
        ),
        *tenant_tables(
            "carechain",
            ["stepgain", "transferagreement", "transferstep"],
            append_only=["stepgainevent", "transferagreementevent"],
        ),
    ]
