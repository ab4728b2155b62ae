"""What initiatives follow, promise and find belongs to their network; promises and verdicts are only added to."""

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
        ("initiatives", "0009_dossiers"),
        ("measuring", "0003_series"),
        ("network", "0006_who_manages"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("outcome", "uitkomst"), ("process", "proces"), ("balancing", "balans")],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("target", models.DecimalField(decimal_places=4, max_digits=14, verbose_name="doel")),
                ("added_at", models.DateTimeField(verbose_name="gekozen op")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gekozen door",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
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
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="measuring.series",
                        verbose_name="reeks cijfers",
                    ),
                ),
            ],
            options={
                "verbose_name": "maat in een meetplan",
                "verbose_name_plural": "maten in meetplannen",
                "ordering": ("added_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="EffectClaim",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                (
                    "way",
                    models.CharField(
                        choices=[("higher", "hoger"), ("lower", "lager")],
                        max_length=10,
                        verbose_name="richting",
                    ),
                ),
                (
                    "threshold",
                    models.DecimalField(
                        decimal_places=4,
                        max_digits=14,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="minstens zoveel verschil",
                    ),
                ),
                (
                    "after_periods",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="na zoveel periodes",
                    ),
                ),
                ("why", models.TextField(verbose_name="waarom wij dit verwachten")),
                (
                    "is_chosen_for_score",
                    models.BooleanField(default=False, verbose_name="gekozen omdat het hier slecht ging"),
                ),
                ("claimed_at", models.DateTimeField(verbose_name="vastgelegd op")),
                (
                    "claimed_by",
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
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="initiatives.measure",
                        verbose_name="maat",
                    ),
                ),
            ],
            options={
                "verbose_name": "effectbelofte",
                "verbose_name_plural": "effectbeloften",
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="MeasureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("outcome", "uitkomst"), ("process", "proces"), ("balancing", "balans")],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("target", models.DecimalField(decimal_places=4, max_digits=14, verbose_name="doel")),
                ("added_at", models.DateTimeField(verbose_name="gekozen op")),
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
                        verbose_name="gekozen door",
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
                        to="initiatives.measure",
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
                        verbose_name="reeks cijfers",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EffectVerdict",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("met", "Gehaald"),
                            ("partly", "Deels gehaald"),
                            ("not", "Niet gehaald"),
                            ("not_yet_known", "Nog niet te zeggen"),
                        ],
                        max_length=20,
                        verbose_name="oordeel",
                    ),
                ),
                (
                    "because",
                    models.CharField(
                        choices=[
                            ("interval_beyond_claim", "ook de voorzichtigste schatting haalt de belofte"),
                            ("better_size_unsure", "het is beter, maar hoeveel staat nog niet vast"),
                            ("better_but_less", "het is beter, maar minder dan beloofd"),
                            ("less_than_claimed", "ook de gunstigste schatting haalt de belofte niet"),
                            ("worse", "het is slechter geworden"),
                            ("no_baseline", "geen nulmeting"),
                            (
                                "chosen_for_its_score",
                                "deze groep is gekozen omdat zij slecht scoorde; zij zou vanzelf al beter scoren",
                            ),
                            ("too_early", "de afgesproken periode is nog niet voorbij of nog niet ingevuld"),
                            ("incomplete", "er ontbreken te veel cijfers"),
                            ("too_few_points", "te weinig metingen na de start om verschil uit te sluiten"),
                            ("no_interval", "de onzekerheid is niet te berekenen"),
                            ("interval_too_wide", "de onzekerheid is te groot: geen verschil kan ook nog"),
                            ("unmeasurable", "met deze cijfers is geen eerlijke berekening mogelijk"),
                        ],
                        max_length=30,
                        verbose_name="omdat",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("A", "A: het lot bepaalde wie meedeed"),
                            ("B", "B: vergeleken met wie niet meedeed"),
                            ("C", "C: een reeks vóór en na de start, zonder vergelijking"),
                            ("D", "D: een gewone vergelijking van voor en na"),
                            ("E", "E: een mening, er is niets gemeten"),
                        ],
                        max_length=1,
                        verbose_name="sterkte van het bewijs",
                    ),
                ),
                ("method", models.CharField(blank=True, max_length=40, verbose_name="rekenwijze")),
                ("effect", models.FloatField(blank=True, null=True, verbose_name="verschil")),
                ("lower95", models.FloatField(blank=True, null=True, verbose_name="ondergrens")),
                ("upper95", models.FloatField(blank=True, null=True, verbose_name="bovengrens")),
                ("n_before", models.PositiveIntegerField(default=0, verbose_name="metingen vóór de start")),
                ("n_after", models.PositiveIntegerField(default=0, verbose_name="metingen na de start")),
                (
                    "completeness",
                    models.FloatField(blank=True, null=True, verbose_name="deel van de cijfers dat er is"),
                ),
                ("last_on", models.DateField(blank=True, null=True, verbose_name="laatste periode")),
                (
                    "cautions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="let op",
                    ),
                ),
                ("judged_at", models.DateTimeField(verbose_name="berekend op")),
                (
                    "baseline",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="measuring.baseline",
                        verbose_name="nulmeting",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="initiatives.effectclaim",
                        verbose_name="effectbelofte",
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
                "verbose_name": "oordeel over een effectbelofte",
                "verbose_name_plural": "oordelen over effectbeloften",
                "ordering": ("-number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "claim", "number"), name="a_claim_has_a_verdict_version_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", "not_yet_known"),
                            models.Q(
                                ("baseline__isnull", False),
                                ("lower95__isnull", False),
                                ("upper95__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="only_a_claim_with_a_baseline_and_an_interval_is_known",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="effectverdict",
            trigger=pgtrigger.compiler.Trigger(
                name="verdicts_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3c811774552a4f9a9c77a25f7948633c4a2951e1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_verdicts_stay_37c81",
                    table="initiatives_effectverdict",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                fields=("network", "initiative", "series"), name="an_initiative_follows_a_series_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_measureevent" ("added_at", "added_by_id", "id", "initiative_id", "kind", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "target") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."initiative_id", NEW."kind", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."target"); RETURN NULL;',
                    hash="66ef840a98baf99518552b43c8a0df33eeaca4ae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_71fc4",
                    table="initiatives_measure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_measureevent" ("added_at", "added_by_id", "id", "initiative_id", "kind", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "target") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."initiative_id", NEW."kind", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."target"); RETURN NULL;',
                    hash="11672a49cc723168f856296033150caa14303d3c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_787d1",
                    table="initiatives_measure",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="effectclaim",
            constraint=models.UniqueConstraint(
                fields=("network", "measure", "number"), name="a_measure_has_a_claim_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="effectclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(("threshold__gt", 0)), name="a_claim_is_a_difference"
            ),
        ),
        migrations.AddConstraint(
            model_name="effectclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(("after_periods__gte", 1), ("after_periods__lte", 60)),
                name="a_claim_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="effectclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="a_claim_says_why"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="effectclaim",
            trigger=pgtrigger.compiler.Trigger(
                name="claims_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2a44985121a8397cfe5798955090872cd6e80d6d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_claims_stay_2c8c6",
                    table="initiatives_effectclaim",
                    when="BEFORE",
                ),
            ),
        ),
        *tenant_tables(
            "initiatives", ["measure"], append_only=["measureevent", "effectclaim", "effectverdict"]
        ),
    ]
