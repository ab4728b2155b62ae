"""What an initiative is worth belongs to its network; the cards worked out of it are only added to."""

import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0011_dossier_files"),
        ("network", "0009_each_answer_stays"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ValueAssessment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "comparison",
                    models.CharField(
                        choices=[
                            ("lot", "Het lot bepaalde wie meedeed"),
                            ("areas", "Met praktijken of gebieden die niet meededen"),
                            ("before", "Met dezelfde zorg in de tijd ervoor"),
                        ],
                        max_length=10,
                        verbose_name="vergelijking",
                    ),
                ),
                (
                    "perspective",
                    models.CharField(
                        choices=[
                            ("care", "De zorg: alleen kosten van zorg"),
                            ("society", "De hele samenleving: ook patiënt, familie en andere sectoren"),
                        ],
                        max_length=10,
                        verbose_name="perspectief",
                    ),
                ),
                (
                    "horizon_months",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(240),
                        ],
                        verbose_name="looptijd in maanden",
                    ),
                ),
                (
                    "price_year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2099),
                        ],
                        verbose_name="prijspeil",
                    ),
                ),
                ("effect", models.CharField(max_length=120, verbose_name="uitkomst")),
                ("effect_unit", models.CharField(max_length=60, verbose_name="eenheid van de uitkomst")),
                ("is_less_better", models.BooleanField(default=False, verbose_name="minder is beter")),
                (
                    "amounts_eur",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DecimalField(decimal_places=2, max_digits=11),
                        default=list,
                        size=None,
                        verbose_name="bedragen per eenheid",
                    ),
                ),
                (
                    "amounts_origin",
                    models.CharField(max_length=300, verbose_name="waar die bedragen vandaan komen"),
                ),
                (
                    "holds_own_cost",
                    models.BooleanField(
                        default=False, verbose_name="de kosten van de aanpak zitten in de bedragen"
                    ),
                ),
                ("not_counted", models.TextField(verbose_name="wat niet meetelt")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="bron van de cijfers")),
                (
                    "groups",
                    models.JSONField(blank=True, default=list, verbose_name="cijfers per praktijk of gebied"),
                ),
                ("why", models.TextField(verbose_name="waarom deze keuzes")),
                ("chosen_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "chosen_by",
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
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="value_assessments",
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
                "verbose_name": "waardebepaling",
                "verbose_name_plural": "waardebepalingen",
            },
        ),
        migrations.CreateModel(
            name="ValueAssessmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "comparison",
                    models.CharField(
                        choices=[
                            ("lot", "Het lot bepaalde wie meedeed"),
                            ("areas", "Met praktijken of gebieden die niet meededen"),
                            ("before", "Met dezelfde zorg in de tijd ervoor"),
                        ],
                        max_length=10,
                        verbose_name="vergelijking",
                    ),
                ),
                (
                    "perspective",
                    models.CharField(
                        choices=[
                            ("care", "De zorg: alleen kosten van zorg"),
                            ("society", "De hele samenleving: ook patiënt, familie en andere sectoren"),
                        ],
                        max_length=10,
                        verbose_name="perspectief",
                    ),
                ),
                (
                    "horizon_months",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(240),
                        ],
                        verbose_name="looptijd in maanden",
                    ),
                ),
                (
                    "price_year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2099),
                        ],
                        verbose_name="prijspeil",
                    ),
                ),
                ("effect", models.CharField(max_length=120, verbose_name="uitkomst")),
                ("effect_unit", models.CharField(max_length=60, verbose_name="eenheid van de uitkomst")),
                ("is_less_better", models.BooleanField(default=False, verbose_name="minder is beter")),
                (
                    "amounts_eur",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DecimalField(decimal_places=2, max_digits=11),
                        default=list,
                        size=None,
                        verbose_name="bedragen per eenheid",
                    ),
                ),
                (
                    "amounts_origin",
                    models.CharField(max_length=300, verbose_name="waar die bedragen vandaan komen"),
                ),
                (
                    "holds_own_cost",
                    models.BooleanField(
                        default=False, verbose_name="de kosten van de aanpak zitten in de bedragen"
                    ),
                ),
                ("not_counted", models.TextField(verbose_name="wat niet meetelt")),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="bron van de cijfers")),
                (
                    "groups",
                    models.JSONField(blank=True, default=list, verbose_name="cijfers per praktijk of gebied"),
                ),
                ("why", models.TextField(verbose_name="waarom deze keuzes")),
                ("chosen_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "chosen_by",
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
                        to="initiatives.valueassessment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ValueCard",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                ("sha256", models.CharField(max_length=64, verbose_name="vingerafdruk van wat erin ging")),
                (
                    "fault",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="waarom er niets te berekenen was"
                    ),
                ),
                ("outcome", models.JSONField(blank=True, default=dict, verbose_name="uitkomst")),
                ("broad", models.TextField(blank=True, verbose_name="tekening, breed")),
                ("narrow", models.TextField(blank=True, verbose_name="tekening, smal")),
                ("computed_at", models.DateTimeField(verbose_name="berekend op")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cards",
                        to="initiatives.valueassessment",
                        verbose_name="waardebepaling",
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
                "verbose_name": "waardekaart",
                "verbose_name_plural": "waardekaarten",
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="ValueLine",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("what", models.CharField(max_length=200, verbose_name="waarvoor")),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("intervention", "De nieuwe aanpak zelf"),
                            ("care_use", "Gebruik van zorg"),
                            ("patient_family", "Patiënt en familie"),
                            ("other_sector", "Andere sectoren"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("set_up", "Eenmalig, om te beginnen"), ("running", "Doorlopend")],
                        max_length=10,
                        verbose_name="eenmalig of doorlopend",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("pays", "Kost geld"),
                            ("gains_cash", "Houdt geld over"),
                            ("gains_capacity", "Houdt alleen tijd of plaatsen over"),
                        ],
                        max_length=20,
                        verbose_name="kost of levert op",
                    ),
                ),
                (
                    "purse",
                    models.CharField(
                        choices=[
                            ("zvw", "Zvw, zorgverzekering"),
                            ("wlz", "Wlz, langdurige zorg"),
                            ("wmo", "Wmo, ondersteuning thuis"),
                            ("municipality", "Gemeente, ander geld"),
                            ("provider", "Aanbieder"),
                            ("resident", "Inwoner"),
                        ],
                        max_length=20,
                        verbose_name="wiens geld",
                    ),
                ),
                (
                    "volume",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=11,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="hoeveel",
                    ),
                ),
                ("unit", models.CharField(max_length=60, verbose_name="eenheid")),
                (
                    "price_eur",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=11,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="prijs per eenheid",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2099),
                        ],
                        verbose_name="jaar",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="bron van de prijs")),
                ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="toegevoegd door",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="initiatives.valueassessment",
                        verbose_name="waardebepaling",
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
            ],
            options={
                "verbose_name": "regel van kosten of opbrengst",
                "verbose_name_plural": "regels van kosten of opbrengst",
                "ordering": ("year", "added_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ValueLineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("what", models.CharField(max_length=200, verbose_name="waarvoor")),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("intervention", "De nieuwe aanpak zelf"),
                            ("care_use", "Gebruik van zorg"),
                            ("patient_family", "Patiënt en familie"),
                            ("other_sector", "Andere sectoren"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[("set_up", "Eenmalig, om te beginnen"), ("running", "Doorlopend")],
                        max_length=10,
                        verbose_name="eenmalig of doorlopend",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("pays", "Kost geld"),
                            ("gains_cash", "Houdt geld over"),
                            ("gains_capacity", "Houdt alleen tijd of plaatsen over"),
                        ],
                        max_length=20,
                        verbose_name="kost of levert op",
                    ),
                ),
                (
                    "purse",
                    models.CharField(
                        choices=[
                            ("zvw", "Zvw, zorgverzekering"),
                            ("wlz", "Wlz, langdurige zorg"),
                            ("wmo", "Wmo, ondersteuning thuis"),
                            ("municipality", "Gemeente, ander geld"),
                            ("provider", "Aanbieder"),
                            ("resident", "Inwoner"),
                        ],
                        max_length=20,
                        verbose_name="wiens geld",
                    ),
                ),
                (
                    "volume",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=11,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="hoeveel",
                    ),
                ),
                ("unit", models.CharField(max_length=60, verbose_name="eenheid")),
                (
                    "price_eur",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=11,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="prijs per eenheid",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(2000),
                            django.core.validators.MaxValueValidator(2099),
                        ],
                        verbose_name="jaar",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="bron van de prijs")),
                ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="toegevoegd door",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="initiatives.valueassessment",
                        verbose_name="waardebepaling",
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
                        to="initiatives.valueline",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="valueassessment",
            constraint=models.UniqueConstraint(
                fields=("network", "initiative"), name="an_initiative_has_one_value_assessment"
            ),
        ),
        migrations.AddConstraint(
            model_name="valueassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("why", ""), _negated=True), models.Q(("amounts_origin", ""), _negated=True)
                ),
                name="choices_about_value_say_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valueassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_valueassessmentevent" ("amounts_eur", "amounts_origin", "chosen_at", "chosen_by_id", "comparison", "effect", "effect_unit", "groups", "holds_own_cost", "horizon_months", "id", "initiative_id", "is_less_better", "network_id", "not_counted", "perspective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_year", "source", "why") VALUES (NEW."amounts_eur", NEW."amounts_origin", NEW."chosen_at", NEW."chosen_by_id", NEW."comparison", NEW."effect", NEW."effect_unit", NEW."groups", NEW."holds_own_cost", NEW."horizon_months", NEW."id", NEW."initiative_id", NEW."is_less_better", NEW."network_id", NEW."not_counted", NEW."perspective", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price_year", NEW."source", NEW."why"); RETURN NULL;',
                    hash="acd7c706ff686fb407f863019ca433df3df8bcf4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a1373",
                    table="initiatives_valueassessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valueassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_valueassessmentevent" ("amounts_eur", "amounts_origin", "chosen_at", "chosen_by_id", "comparison", "effect", "effect_unit", "groups", "holds_own_cost", "horizon_months", "id", "initiative_id", "is_less_better", "network_id", "not_counted", "perspective", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_year", "source", "why") VALUES (NEW."amounts_eur", NEW."amounts_origin", NEW."chosen_at", NEW."chosen_by_id", NEW."comparison", NEW."effect", NEW."effect_unit", NEW."groups", NEW."holds_own_cost", NEW."horizon_months", NEW."id", NEW."initiative_id", NEW."is_less_better", NEW."network_id", NEW."not_counted", NEW."perspective", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price_year", NEW."source", NEW."why"); RETURN NULL;',
                    hash="bbd025395001d32a0717f9bde958dfb34916765b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d4b23",
                    table="initiatives_valueassessment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="valuecard",
            constraint=models.UniqueConstraint(
                fields=("network", "assessment", "number"), name="an_assessment_has_a_value_card_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valuecard",
            trigger=pgtrigger.compiler.Trigger(
                name="value_cards_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3d2ec3be48ca109c9b87fd029832ac69e8699266",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_value_cards_stay_37dd7",
                    table="initiatives_valuecard",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="valueline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("volume__gt", 0), ("price_eur__gt", 0), models.Q(("source", ""), _negated=True)
                ),
                name="a_line_of_cost_is_something_with_a_source",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valueline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_valuelineevent" ("added_at", "added_by_id", "assessment_id", "direction", "id", "moment", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_eur", "purse", "sort", "source", "unit", "volume", "what", "year") VALUES (NEW."added_at", NEW."added_by_id", NEW."assessment_id", NEW."direction", NEW."id", NEW."moment", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."price_eur", NEW."purse", NEW."sort", NEW."source", NEW."unit", NEW."volume", NEW."what", NEW."year"); RETURN NULL;',
                    hash="92f20fe00cb2de13f40c7e756c94eac964260e5d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_428e7",
                    table="initiatives_valueline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="valueline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_valuelineevent" ("added_at", "added_by_id", "assessment_id", "direction", "id", "moment", "network_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_eur", "purse", "sort", "source", "unit", "volume", "what", "year") VALUES (NEW."added_at", NEW."added_by_id", NEW."assessment_id", NEW."direction", NEW."id", NEW."moment", NEW."network_id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."price_eur", NEW."purse", NEW."sort", NEW."source", NEW."unit", NEW."volume", NEW."what", NEW."year"); RETURN NULL;',
                    hash="545508f793585b06827d56d77741ecbf4333055e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a016a",
                    table="initiatives_valueline",
                    when="AFTER",
                ),
            ),
        ),
        *tenant_tables(
            "initiatives",
            ["valueassessment", "valueline"],
            append_only=["valueassessmentevent", "valuelineevent", "valuecard"],
        ),
    ]
