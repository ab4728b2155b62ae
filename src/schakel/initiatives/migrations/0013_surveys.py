"""Scores of a questionnaire belong to their network; what was filled in before stays in its history."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0012_value"),
        ("network", "0009_each_answer_stays"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SurveyRound",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "instrument",
                    models.CharField(
                        choices=[
                            ("positive_health", "Positieve Gezondheid, gespreksinstrument"),
                            ("ph22", "PH22"),
                            ("eq5d", "EQ-5D"),
                            ("promis", "PROMIS"),
                            ("who5", "WHO-5"),
                            ("prom", "Andere lijst over uitkomsten (PROM)"),
                            ("prem", "Lijst over ervaringen (PREM)"),
                        ],
                        max_length=20,
                        verbose_name="vragenlijst",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam en versie")),
                ("licence_holder", models.CharField(max_length=200, verbose_name="houder van de licentie")),
                (
                    "licence_until",
                    models.DateField(blank=True, null=True, verbose_name="licentie loopt tot en met"),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("baseline", "Nulmeting"), ("follow_up", "Vervolgmeting")],
                        max_length=10,
                        verbose_name="moment",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="gehouden op")),
                ("n_asked", models.PositiveIntegerField(verbose_name="konden gevraagd worden")),
                ("n_answered", models.PositiveIntegerField(verbose_name="vulden in")),
                (
                    "n_paired",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="vulden ook de nulmeting in"
                    ),
                ),
                ("lowest", models.DecimalField(decimal_places=2, max_digits=7, verbose_name="laagste score")),
                (
                    "highest",
                    models.DecimalField(decimal_places=2, max_digits=7, verbose_name="hoogste score"),
                ),
                ("is_less_better", models.BooleanField(default=False, verbose_name="lager is beter")),
                ("scores", models.JSONField(verbose_name="scores")),
                ("source", models.CharField(max_length=300, verbose_name="bron")),
                ("entered_at", models.DateTimeField(verbose_name="ingevuld op")),
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
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="survey_rounds",
                        to="initiatives.initiative",
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
                "verbose_name": "peiling",
                "verbose_name_plural": "peilingen",
                "ordering": ("held_on", "entered_at"),
            },
        ),
        migrations.CreateModel(
            name="SurveyRoundEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "instrument",
                    models.CharField(
                        choices=[
                            ("positive_health", "Positieve Gezondheid, gespreksinstrument"),
                            ("ph22", "PH22"),
                            ("eq5d", "EQ-5D"),
                            ("promis", "PROMIS"),
                            ("who5", "WHO-5"),
                            ("prom", "Andere lijst over uitkomsten (PROM)"),
                            ("prem", "Lijst over ervaringen (PREM)"),
                        ],
                        max_length=20,
                        verbose_name="vragenlijst",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam en versie")),
                ("licence_holder", models.CharField(max_length=200, verbose_name="houder van de licentie")),
                (
                    "licence_until",
                    models.DateField(blank=True, null=True, verbose_name="licentie loopt tot en met"),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("baseline", "Nulmeting"), ("follow_up", "Vervolgmeting")],
                        max_length=10,
                        verbose_name="moment",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="gehouden op")),
                ("n_asked", models.PositiveIntegerField(verbose_name="konden gevraagd worden")),
                ("n_answered", models.PositiveIntegerField(verbose_name="vulden in")),
                (
                    "n_paired",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="vulden ook de nulmeting in"
                    ),
                ),
                ("lowest", models.DecimalField(decimal_places=2, max_digits=7, verbose_name="laagste score")),
                (
                    "highest",
                    models.DecimalField(decimal_places=2, max_digits=7, verbose_name="hoogste score"),
                ),
                ("is_less_better", models.BooleanField(default=False, verbose_name="lager is beter")),
                ("scores", models.JSONField(verbose_name="scores")),
                ("source", models.CharField(max_length=300, verbose_name="bron")),
                ("entered_at", models.DateTimeField(verbose_name="ingevuld op")),
                (
                    "entered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ingevuld door",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="initiatives.initiative",
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
                        to="initiatives.surveyround",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="surveyround",
            constraint=models.CheckConstraint(
                condition=models.Q(("n_answered__lte", models.F("n_asked"))),
                name="no_more_people_answer_than_could_be_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("licence_holder", ""), _negated=True), models.Q(("source", ""), _negated=True)
                ),
                name="a_questionnaire_has_a_licence_and_a_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="surveyround",
            constraint=models.CheckConstraint(
                condition=models.Q(("highest__gt", models.F("lowest"))), name="a_scale_runs_up"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="surveyround",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_surveyroundevent" ("entered_at", "entered_by_id", "held_on", "highest", "id", "initiative_id", "instrument", "is_less_better", "licence_holder", "licence_until", "lowest", "moment", "n_answered", "n_asked", "n_paired", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scores", "source") VALUES (NEW."entered_at", NEW."entered_by_id", NEW."held_on", NEW."highest", NEW."id", NEW."initiative_id", NEW."instrument", NEW."is_less_better", NEW."licence_holder", NEW."licence_until", NEW."lowest", NEW."moment", NEW."n_answered", NEW."n_asked", NEW."n_paired", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scores", NEW."source"); RETURN NULL;',
                    hash="2435068102e033cffead37ad1515d42640de27ac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_91040",
                    table="initiatives_surveyround",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="surveyround",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_surveyroundevent" ("entered_at", "entered_by_id", "held_on", "highest", "id", "initiative_id", "instrument", "is_less_better", "licence_holder", "licence_until", "lowest", "moment", "n_answered", "n_asked", "n_paired", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scores", "source") VALUES (NEW."entered_at", NEW."entered_by_id", NEW."held_on", NEW."highest", NEW."id", NEW."initiative_id", NEW."instrument", NEW."is_less_better", NEW."licence_holder", NEW."licence_until", NEW."lowest", NEW."moment", NEW."n_answered", NEW."n_asked", NEW."n_paired", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scores", NEW."source"); RETURN NULL;',
                    hash="75c5bba66395b544e78c7de17f65ed700786e5a6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e9138",
                    table="initiatives_surveyround",
                    when="AFTER",
                ),
            ),
        ),
        *tenant_tables("initiatives", ["surveyround"], append_only=["surveyroundevent"]),
    ]
