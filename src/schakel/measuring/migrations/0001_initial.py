"""What a network measures: indicators and the versions of their definitions."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import AllAtOnce


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0006_who_manages"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AllAtOnce(
            [
                migrations.CreateModel(
                    name="Indicator",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("code", models.SlugField(max_length=60, verbose_name="code")),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("catalogue", "catalogus van Schakel"),
                                    ("network", "eigen indicator van het netwerk"),
                                ],
                                max_length=20,
                                verbose_name="herkomst",
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="niet meer gemeten sinds"),
                        ),
                        ("ended_reason", models.TextField(blank=True, verbose_name="waarom niet meer")),
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
                        "verbose_name": "indicator",
                        "verbose_name_plural": "indicatoren",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("code", models.SlugField(db_index=False, max_length=60, verbose_name="code")),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("catalogue", "catalogus van Schakel"),
                                    ("network", "eigen indicator van het netwerk"),
                                ],
                                max_length=20,
                                verbose_name="herkomst",
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(blank=True, null=True, verbose_name="niet meer gemeten sinds"),
                        ),
                        ("ended_reason", models.TextField(blank=True, verbose_name="waarom niet meer")),
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
                                to="measuring.indicator",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorVersion",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        ("question", models.CharField(max_length=300, verbose_name="vraag")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("outcome", "uitkomst"),
                                    ("process", "proces"),
                                    ("balancing", "balans"),
                                ],
                                max_length=20,
                                verbose_name="soort indicator",
                            ),
                        ),
                        (
                            "aim",
                            models.CharField(
                                choices=[
                                    ("population", "gezondheid van inwoners"),
                                    ("experience", "ervaring van wie zorg krijgt"),
                                    ("cost", "kosten en inzet van zorg"),
                                    ("workforce", "werkplezier van wie zorg geeft"),
                                ],
                                max_length=20,
                                verbose_name="doel van goede zorg",
                            ),
                        ),
                        (
                            "trilemma",
                            models.CharField(
                                choices=[("access", "toegang"), ("quality", "kwaliteit"), ("cost", "kosten")],
                                max_length=20,
                                verbose_name="toegang, kwaliteit of kosten",
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("higher", "hoger is beter"),
                                    ("lower", "lager is beter"),
                                    ("none", "geen van beide is beter"),
                                ],
                                max_length=10,
                                verbose_name="wat is beter",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("proportion", "deel van het geheel"),
                                    ("rate", "aantal per zoveel"),
                                    ("mean", "gemiddelde"),
                                    ("time", "tijd"),
                                    ("count", "aantal"),
                                    ("time_between", "tijd tussen twee keer"),
                                    ("score", "score"),
                                    ("cost", "kosten"),
                                ],
                                max_length=20,
                                verbose_name="soort getal",
                            ),
                        ),
                        ("numerator", models.TextField(verbose_name="teller")),
                        ("denominator", models.TextField(blank=True, verbose_name="noemer")),
                        ("population", models.TextField(blank=True, verbose_name="om wie het gaat")),
                        ("unit", models.CharField(max_length=60, verbose_name="eenheid")),
                        (
                            "multiplier",
                            models.PositiveIntegerField(default=1, verbose_name="vermenigvuldiger"),
                        ),
                        (
                            "period",
                            models.CharField(
                                choices=[("month", "maand"), ("quarter", "kwartaal"), ("year", "jaar")],
                                max_length=10,
                                verbose_name="periode",
                            ),
                        ),
                        (
                            "target",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=14, null=True, verbose_name="doel"
                            ),
                        ),
                        (
                            "target_origin",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="wie sprak het doel af"
                            ),
                        ),
                        (
                            "target_on",
                            models.DateField(blank=True, null=True, verbose_name="doel afgesproken op"),
                        ),
                        (
                            "minimal_difference",
                            models.DecimalField(
                                blank=True,
                                decimal_places=4,
                                max_digits=14,
                                null=True,
                                verbose_name="kleinste verschil dat ertoe doet",
                            ),
                        ),
                        (
                            "chart",
                            models.CharField(
                                choices=[
                                    ("xmr", "XmR-kaart: losse waarden"),
                                    ("run", "runkaart: mediaan, zonder grenzen"),
                                    ("p", "P-kaart: delen van het geheel"),
                                    ("pp", "P′-kaart: delen met extra spreiding"),
                                    ("u", "U-kaart: aantallen per zoveel"),
                                    ("up", "U′-kaart: aantallen per zoveel met extra spreiding"),
                                    ("c", "C-kaart: aantallen"),
                                    ("g", "G-kaart: gevallen tussen twee keer"),
                                    ("t", "T-kaart: tijd tussen twee keer"),
                                ],
                                max_length=10,
                                verbose_name="regelkaart",
                            ),
                        ),
                        (
                            "rule_set",
                            models.CharField(
                                choices=[
                                    ("nhs7", "Making Data Count, 7 punten"),
                                    ("anhoej", "Anhøj: lange reeks of weinig kruisingen"),
                                ],
                                max_length=10,
                                verbose_name="regels",
                            ),
                        ),
                        (
                            "interval",
                            models.CharField(
                                choices=[
                                    ("wilson", "Wilson, voor een deel van het geheel"),
                                    ("byar", "Byar, en exact bij minder dan tien, voor aantallen"),
                                    ("t", "t-verdeling, voor een gemiddelde"),
                                    ("none", "geen marge"),
                                ],
                                max_length=10,
                                verbose_name="marge",
                            ),
                        ),
                        (
                            "disclosure",
                            models.CharField(
                                choices=[
                                    ("people", "telt mensen: kleine aantallen blijven verborgen"),
                                    ("open", "telt geen mensen: alles mag getoond"),
                                ],
                                max_length=10,
                                verbose_name="kleine aantallen",
                            ),
                        ),
                        (
                            "balancing",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.SlugField(max_length=60),
                                default=list,
                                size=None,
                                verbose_name="lees samen met",
                            ),
                        ),
                        ("source", models.TextField(verbose_name="bron")),
                        ("caveats", models.TextField(blank=True, verbose_name="let op")),
                        ("authored_by", models.CharField(max_length=120, verbose_name="opgesteld door")),
                        (
                            "checked_by",
                            models.CharField(
                                default="nog niet getoetst", max_length=120, verbose_name="getoetst door"
                            ),
                        ),
                        ("reviewed_on", models.DateField(verbose_name="nagekeken op")),
                        ("review_before", models.DateField(verbose_name="opnieuw nakijken vóór")),
                        (
                            "sha256",
                            models.CharField(
                                blank=True, max_length=64, verbose_name="vingerafdruk van het bestand"
                            ),
                        ),
                        ("change", models.TextField(blank=True, verbose_name="wat er anders is")),
                        ("made_at", models.DateTimeField(verbose_name="vastgelegd op")),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="measuring.indicator",
                                verbose_name="indicator",
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
                    ],
                    options={
                        "verbose_name": "versie van een indicator",
                        "verbose_name_plural": "versies van indicatoren",
                        "ordering": ("-number",),
                    },
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.UniqueConstraint(
                        fields=("network", "code"), name="an_indicator_has_its_own_code"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("ended_reason", "")),
                            models.Q(
                                ("ended_on__isnull", False), models.Q(("ended_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_indicator_says_why",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="indicators_are_ended",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="ff15a6c04bee6a2b922c3d4a1738de4094a0d959",
                            operation="DELETE",
                            pgid="pgtrigger_indicators_are_ended_6fdda",
                            table="measuring_indicator",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "measuring_indicatorevent" ("code", "ended_on", "ended_reason", "id", "name", "network_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."ended_on", NEW."ended_reason", NEW."id", NEW."name", NEW."network_id", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="52b8de881cd7a9e5bae78729878c86038f08044d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8683f",
                            table="measuring_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "measuring_indicatorevent" ("code", "ended_on", "ended_reason", "id", "name", "network_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."ended_on", NEW."ended_reason", NEW."id", NEW."name", NEW."network_id", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="f21b42e695923fa8ccac2a5169229dbcd38a95b2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_024dd",
                            table="measuring_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicatorversion",
                    constraint=models.UniqueConstraint(
                        fields=("network", "indicator", "number"), name="an_indicator_has_a_version_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicatorversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("number", 1), models.Q(("change", ""), _negated=True), _connector="OR"
                        ),
                        name="a_later_definition_says_what_changed",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicatorversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("target__isnull", True), ("target_origin", "")),
                            models.Q(
                                ("target__isnull", False), models.Q(("target_origin", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="a_target_says_who_agreed_on_it",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicatorversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("type__in", ("proportion", "rate")), _negated=True),
                            models.Q(("denominator", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_share_or_a_rate_has_a_denominator",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicatorversion",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="a_definition_names_its_source",
                    ),
                ),
            ]
        )
    ]
