"""Networks, places, organisations and partners, people in them, and what they agreed."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import AllAtOnce


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AllAtOnce(
            [
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, unique=True, verbose_name="sleutel")),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("hospital", "ziekenhuis"),
                                    ("primary_care_group", "huisartsenorganisatie"),
                                    ("primary_care_centre", "gezondheidscentrum"),
                                    ("gp_practice", "huisartsenpraktijk"),
                                    ("out_of_hours_gp", "huisartsenpost"),
                                    ("pharmacy", "apotheek"),
                                    ("nursing_home", "verpleeghuis"),
                                    ("home_care", "thuiszorg"),
                                    ("nursing_and_home_care", "verpleging, verzorging en thuiszorg"),
                                    ("mental_health", "geestelijke gezondheidszorg"),
                                    ("ambulance", "ambulancezorg"),
                                    ("acute_care_network", "netwerk acute zorg"),
                                    ("care_network", "zorgnetwerk"),
                                    ("care_and_welfare", "zorg en welzijn"),
                                    ("welfare", "welzijn"),
                                    ("housing", "wonen"),
                                    ("public_health", "publieke gezondheid (GGD)"),
                                    ("municipality", "gemeente"),
                                    ("province", "provincie"),
                                    ("insurer", "zorgverzekeraar"),
                                    ("regional_support", "regionale ondersteuning (ROS)"),
                                    ("professional_association", "beroepsvereniging"),
                                    ("independent_professionals", "vrijgevestigde zorgverleners"),
                                    ("patient_organisation", "patiëntenorganisatie"),
                                    ("citizen_cooperative", "bewonerscoöperatie"),
                                    ("education", "onderwijs"),
                                    ("community", "voorziening in de wijk"),
                                    ("advisor", "adviesbureau"),
                                    ("other", "andere organisatie"),
                                ],
                                max_length=40,
                                verbose_name="soort",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisatie",
                        "verbose_name_plural": "organisaties",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="titel")),
                        ("slug", models.SlugField(max_length=80, verbose_name="adres")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("cooperation", "samenwerkingsovereenkomst"),
                                    ("covenant", "convenant"),
                                    ("letter_of_intent", "intentieverklaring"),
                                    ("funding", "financieringsafspraak"),
                                    ("other", "andere afspraak"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="gaat in op")),
                        (
                            "starts_precision",
                            models.CharField(
                                choices=[
                                    ("day", "op de dag"),
                                    ("month", "op de maand"),
                                    ("year", "op het jaar"),
                                    ("period", "een periode"),
                                ],
                                default="day",
                                max_length=10,
                                verbose_name="zekerheid van de datum",
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="laatste dag")),
                        (
                            "notice_months",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="opzegtermijn in maanden"
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="tekst")),
                        ("source", models.TextField(blank=True, verbose_name="bron")),
                        (
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="superseded_by",
                                to="network.agreement",
                                verbose_name="vervangt",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "overeenkomst",
                        "verbose_name_plural": "overeenkomsten",
                        "ordering": [
                            models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True),
                            "title",
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CriteriaSet",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="naam")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("yes_no", "ja of nee, met reden"), ("weighed", "gewogen, 1 tot 5")],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("moment", models.CharField(blank=True, max_length=200, verbose_name="wanneer")),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="geldig vanaf")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="geldig tot")),
                        (
                            "is_default",
                            models.BooleanField(default=False, verbose_name="standaard, niet uit de bron"),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="bron")),
                        (
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="criteria_sets",
                                to="network.agreement",
                                verbose_name="staat in",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "criteriaset",
                        "verbose_name_plural": "criteriasets",
                        "ordering": ["name", "-version"],
                    },
                ),
                migrations.CreateModel(
                    name="Network",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        ("slug", models.SlugField(max_length=60, unique=True, verbose_name="adres")),
                        ("region", models.CharField(blank=True, max_length=200, verbose_name="regio")),
                        ("mission", models.TextField(blank=True, verbose_name="missie")),
                        ("vision", models.TextField(blank=True, verbose_name="visie")),
                        (
                            "principles",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="uitgangspunten",
                            ),
                        ),
                        (
                            "growth_stage",
                            models.CharField(
                                choices=[
                                    ("forming", "in oprichting"),
                                    ("established", "gevestigd"),
                                    ("regional", "regionaal"),
                                ],
                                default="forming",
                                max_length=20,
                                verbose_name="groeifase",
                            ),
                        ),
                        (
                            "is_growth_stage_inferred",
                            models.BooleanField(default=False, verbose_name="groeifase is onze duiding"),
                        ),
                        ("started_on", models.DateField(blank=True, null=True, verbose_name="begonnen op")),
                        (
                            "started_precision",
                            models.CharField(
                                choices=[
                                    ("day", "op de dag"),
                                    ("month", "op de maand"),
                                    ("year", "op het jaar"),
                                    ("period", "een periode"),
                                ],
                                default="year",
                                max_length=10,
                                verbose_name="zekerheid van het begin",
                            ),
                        ),
                        (
                            "legal_form",
                            models.CharField(blank=True, max_length=200, verbose_name="rechtsvorm"),
                        ),
                        (
                            "supported_by",
                            models.CharField(blank=True, max_length=200, verbose_name="ondersteund door"),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="bron")),
                        (
                            "is_listed",
                            models.BooleanField(
                                default=False, verbose_name="staat op de openbare voorpagina"
                            ),
                        ),
                        (
                            "is_example",
                            models.BooleanField(default=False, verbose_name="is een verzonnen voorbeeld"),
                        ),
                        (
                            "hue_slug",
                            models.CharField(
                                choices=[
                                    ("pine", "den"),
                                    ("heather", "heide"),
                                    ("moss", "mos"),
                                    ("iris", "iris"),
                                ],
                                default="pine",
                                max_length=30,
                                verbose_name="kleur",
                            ),
                        ),
                        (
                            "facts",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="feiten zonder eigen plek"
                            ),
                        ),
                        ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="vastgelegd op")),
                    ],
                    options={
                        "verbose_name": "netwerk",
                        "verbose_name_plural": "netwerken",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="a_network_has_a_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("slug__regex", "^[a-z0-9][a-z0-9-]*$")),
                                name="a_network_address_is_lower_case",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("manager", "netwerkmanager"),
                                    ("representative", "bestuurder-vertegenwoordiger"),
                                    ("professional", "professional"),
                                    ("analyst", "analist"),
                                    ("reader", "lezer"),
                                ],
                                max_length=20,
                                verbose_name="rol",
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                        ("from_on", models.DateField(verbose_name="vanaf")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="persoon",
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
                        "verbose_name": "lidmaatschap",
                        "verbose_name_plural": "lidmaatschappen",
                        "ordering": ["from_on", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="CriteriaSetEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("name", models.CharField(max_length=120, verbose_name="naam")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("yes_no", "ja of nee, met reden"), ("weighed", "gewogen, 1 tot 5")],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("moment", models.CharField(blank=True, max_length=200, verbose_name="wanneer")),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="geldig vanaf")),
                        ("valid_until", models.DateField(blank=True, null=True, verbose_name="geldig tot")),
                        (
                            "is_default",
                            models.BooleanField(default=False, verbose_name="standaard, niet uit de bron"),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="bron")),
                        (
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.agreement",
                                verbose_name="staat in",
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
                                to="network.criteriaset",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="criteriaset",
                    name="network",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.network",
                        verbose_name="netwerk",
                    ),
                ),
                migrations.CreateModel(
                    name="Area",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="naam")),
                        ("slug", models.SlugField(max_length=60, verbose_name="adres")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("region", "regio"),
                                    ("subregion", "subregio"),
                                    ("municipality", "gemeente"),
                                    ("zone", "zone"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("cbs_code", models.CharField(blank=True, max_length=10, verbose_name="CBS-code")),
                        ("note", models.TextField(blank=True, verbose_name="toelichting")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="network.area",
                                verbose_name="ligt in",
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
                        "verbose_name": "gebied",
                        "verbose_name_plural": "gebieden",
                        "ordering": ["position", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="Ambition",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("code", models.CharField(max_length=20, verbose_name="code")),
                        ("text", models.TextField(verbose_name="tekst")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
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
                        "verbose_name": "ambitie",
                        "verbose_name_plural": "ambities",
                        "ordering": ["position", "code"],
                    },
                ),
                migrations.CreateModel(
                    name="AgreementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("title", models.CharField(max_length=200, verbose_name="titel")),
                        ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="adres")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("cooperation", "samenwerkingsovereenkomst"),
                                    ("covenant", "convenant"),
                                    ("letter_of_intent", "intentieverklaring"),
                                    ("funding", "financieringsafspraak"),
                                    ("other", "andere afspraak"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="gaat in op")),
                        (
                            "starts_precision",
                            models.CharField(
                                choices=[
                                    ("day", "op de dag"),
                                    ("month", "op de maand"),
                                    ("year", "op het jaar"),
                                    ("period", "een periode"),
                                ],
                                default="day",
                                max_length=10,
                                verbose_name="zekerheid van de datum",
                            ),
                        ),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="laatste dag")),
                        (
                            "notice_months",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="opzegtermijn in maanden"
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="tekst")),
                        ("source", models.TextField(blank=True, verbose_name="bron")),
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
                                to="network.agreement",
                            ),
                        ),
                        (
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.agreement",
                                verbose_name="vervangt",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="agreement",
                    name="network",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.network",
                        verbose_name="netwerk",
                    ),
                ),
                migrations.CreateModel(
                    name="NetworkEvent",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("key", models.SlugField(max_length=80, verbose_name="sleutel")),
                        ("happened_on", models.DateField(blank=True, null=True, verbose_name="gebeurd op")),
                        (
                            "precision",
                            models.CharField(
                                choices=[
                                    ("day", "op de dag"),
                                    ("month", "op de maand"),
                                    ("year", "op het jaar"),
                                    ("period", "een periode"),
                                ],
                                default="day",
                                max_length=10,
                                verbose_name="zekerheid",
                            ),
                        ),
                        ("period", models.CharField(blank=True, max_length=120, verbose_name="periode")),
                        (
                            "date_note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="opmerking bij de datum"
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="titel")),
                        (
                            "attendees",
                            models.CharField(blank=True, max_length=120, verbose_name="aanwezigen"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="toelichting")),
                        ("source", models.TextField(blank=True, verbose_name="bron")),
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
                        "verbose_name": "gebeurtenis",
                        "verbose_name_plural": "gebeurtenissen",
                        "ordering": [models.OrderBy(models.F("happened_on"), nulls_last=True), "title"],
                    },
                ),
                migrations.CreateModel(
                    name="Partner",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        ("slug", models.SlugField(max_length=80, verbose_name="adres")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("hospital", "ziekenhuis"),
                                    ("primary_care_group", "huisartsenorganisatie"),
                                    ("primary_care_centre", "gezondheidscentrum"),
                                    ("gp_practice", "huisartsenpraktijk"),
                                    ("out_of_hours_gp", "huisartsenpost"),
                                    ("pharmacy", "apotheek"),
                                    ("nursing_home", "verpleeghuis"),
                                    ("home_care", "thuiszorg"),
                                    ("nursing_and_home_care", "verpleging, verzorging en thuiszorg"),
                                    ("mental_health", "geestelijke gezondheidszorg"),
                                    ("ambulance", "ambulancezorg"),
                                    ("acute_care_network", "netwerk acute zorg"),
                                    ("care_network", "zorgnetwerk"),
                                    ("care_and_welfare", "zorg en welzijn"),
                                    ("welfare", "welzijn"),
                                    ("housing", "wonen"),
                                    ("public_health", "publieke gezondheid (GGD)"),
                                    ("municipality", "gemeente"),
                                    ("province", "provincie"),
                                    ("insurer", "zorgverzekeraar"),
                                    ("regional_support", "regionale ondersteuning (ROS)"),
                                    ("professional_association", "beroepsvereniging"),
                                    ("independent_professionals", "vrijgevestigde zorgverleners"),
                                    ("patient_organisation", "patiëntenorganisatie"),
                                    ("citizen_cooperative", "bewonerscoöperatie"),
                                    ("education", "onderwijs"),
                                    ("community", "voorziening in de wijk"),
                                    ("advisor", "adviesbureau"),
                                    ("other", "andere organisatie"),
                                ],
                                max_length=40,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("owner", "eigenaar"),
                                    ("partner", "partner"),
                                    ("listener", "toehoorder"),
                                    ("candidate", "kandidaat"),
                                    ("participant", "deelnemer, geen partner"),
                                    ("left", "uitgetreden"),
                                ],
                                default="partner",
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        ("joined_on", models.DateField(blank=True, null=True, verbose_name="partner sinds")),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="uitgetreden op")),
                        (
                            "n_organisations",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="aantal organisaties"
                            ),
                        ),
                        (
                            "n_planned",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="aantal gepland"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="toelichting")),
                        ("wants", models.TextField(blank=True, verbose_name="wil van het netwerk")),
                        ("offers", models.TextField(blank=True, verbose_name="brengt in")),
                        ("can_teach", models.TextField(blank=True, verbose_name="kan anderen leren")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                        (
                            "member_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="network.partner",
                                verbose_name="hoort bij",
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
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partners",
                                to="network.organisation",
                                verbose_name="organisatie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partner",
                        "verbose_name_plural": "partners",
                        "ordering": ["position", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="MembershipEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("manager", "netwerkmanager"),
                                    ("representative", "bestuurder-vertegenwoordiger"),
                                    ("professional", "professional"),
                                    ("analyst", "analist"),
                                    ("reader", "lezer"),
                                ],
                                max_length=20,
                                verbose_name="rol",
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                        ("from_on", models.DateField(verbose_name="vanaf")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="persoon",
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
                                to="network.membership",
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
                                verbose_name="namens",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="membership",
                    name="partner",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="network.partner",
                        verbose_name="namens",
                    ),
                ),
                migrations.CreateModel(
                    name="AgreementParty",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("signed_on", models.DateField(blank=True, null=True, verbose_name="getekend op")),
                        (
                            "signed_by_name",
                            models.CharField(blank=True, max_length=120, verbose_name="getekend door"),
                        ),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parties",
                                to="network.agreement",
                                verbose_name="overeenkomst",
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
                                related_name="agreement_parties",
                                to="network.partner",
                                verbose_name="partner",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partij",
                        "verbose_name_plural": "partijen",
                        "ordering": ["partner__position", "partner__name"],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("name", models.CharField(max_length=200, verbose_name="naam")),
                        ("slug", models.SlugField(db_index=False, max_length=80, verbose_name="adres")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("hospital", "ziekenhuis"),
                                    ("primary_care_group", "huisartsenorganisatie"),
                                    ("primary_care_centre", "gezondheidscentrum"),
                                    ("gp_practice", "huisartsenpraktijk"),
                                    ("out_of_hours_gp", "huisartsenpost"),
                                    ("pharmacy", "apotheek"),
                                    ("nursing_home", "verpleeghuis"),
                                    ("home_care", "thuiszorg"),
                                    ("nursing_and_home_care", "verpleging, verzorging en thuiszorg"),
                                    ("mental_health", "geestelijke gezondheidszorg"),
                                    ("ambulance", "ambulancezorg"),
                                    ("acute_care_network", "netwerk acute zorg"),
                                    ("care_network", "zorgnetwerk"),
                                    ("care_and_welfare", "zorg en welzijn"),
                                    ("welfare", "welzijn"),
                                    ("housing", "wonen"),
                                    ("public_health", "publieke gezondheid (GGD)"),
                                    ("municipality", "gemeente"),
                                    ("province", "provincie"),
                                    ("insurer", "zorgverzekeraar"),
                                    ("regional_support", "regionale ondersteuning (ROS)"),
                                    ("professional_association", "beroepsvereniging"),
                                    ("independent_professionals", "vrijgevestigde zorgverleners"),
                                    ("patient_organisation", "patiëntenorganisatie"),
                                    ("citizen_cooperative", "bewonerscoöperatie"),
                                    ("education", "onderwijs"),
                                    ("community", "voorziening in de wijk"),
                                    ("advisor", "adviesbureau"),
                                    ("other", "andere organisatie"),
                                ],
                                max_length=40,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("owner", "eigenaar"),
                                    ("partner", "partner"),
                                    ("listener", "toehoorder"),
                                    ("candidate", "kandidaat"),
                                    ("participant", "deelnemer, geen partner"),
                                    ("left", "uitgetreden"),
                                ],
                                default="partner",
                                max_length=20,
                                verbose_name="status",
                            ),
                        ),
                        ("joined_on", models.DateField(blank=True, null=True, verbose_name="partner sinds")),
                        ("left_on", models.DateField(blank=True, null=True, verbose_name="uitgetreden op")),
                        (
                            "n_organisations",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="aantal organisaties"
                            ),
                        ),
                        (
                            "n_planned",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="aantal gepland"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="toelichting")),
                        ("wants", models.TextField(blank=True, verbose_name="wil van het netwerk")),
                        ("offers", models.TextField(blank=True, verbose_name="brengt in")),
                        ("can_teach", models.TextField(blank=True, verbose_name="kan anderen leren")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                        (
                            "member_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.partner",
                                verbose_name="hoort bij",
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
                            "organisation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.organisation",
                                verbose_name="organisatie",
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
                                to="network.partner",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Theme",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="naam")),
                        ("slug", models.SlugField(max_length=60, verbose_name="adres")),
                        ("scope", models.TextField(blank=True, verbose_name="waar het over gaat")),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
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
                        "verbose_name": "thema",
                        "verbose_name_plural": "thema’s",
                        "ordering": ["position", "name"],
                    },
                ),
                migrations.CreateModel(
                    name="Criterion",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("code", models.CharField(max_length=20, verbose_name="code")),
                        ("text", models.TextField(verbose_name="tekst")),
                        (
                            "rule",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "mensen beantwoorden het"),
                                    ("at_least_two_partners", "minstens twee verschillende partijen"),
                                ],
                                default="",
                                max_length=40,
                                verbose_name="wat het systeem toetst",
                            ),
                        ),
                        ("preference", models.CharField(blank=True, max_length=200, verbose_name="voorkeur")),
                        (
                            "refers_to",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="verwijst naar",
                            ),
                        ),
                        ("is_knockout", models.BooleanField(default=True, verbose_name="moet gelden")),
                        (
                            "weight",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="gewicht"
                            ),
                        ),
                        (
                            "anchors",
                            models.JSONField(blank=True, default=dict, verbose_name="woorden bij 1 tot 5"),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                        (
                            "criteria_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteria",
                                to="network.criteriaset",
                                verbose_name="criteriaset",
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
                        "verbose_name": "criterium",
                        "verbose_name_plural": "criteria",
                        "ordering": ["position", "code"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("network", "criteria_set", "code"),
                                name="a_criterion_has_its_own_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("weight__isnull", True), ("weight__gt", 0), _connector="OR"
                                ),
                                name="a_weight_is_more_than_nothing",
                            ),
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="criteriaset",
                    constraint=models.UniqueConstraint(
                        fields=("network", "name", "version"), name="a_criteria_set_has_each_version_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criteriaset",
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (models.F("network"), "="),
                            (models.F("name"), "="),
                            (
                                models.Func(
                                    models.F("valid_from"),
                                    models.F("valid_until"),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="one_version_of_a_criteria_set_holds_on_a_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criteriaset",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True),
                            ("valid_from__isnull", True),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="a_criteria_set_ends_after_it_starts",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="criteriaset",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("version__gte", 1)), name="criteria_set_versions_count_from_one"
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criteriaset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "network_criteriasetevent" ("agreement_id", "id", "is_default", "kind", "moment", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "valid_from", "valid_until", "version") VALUES (NEW."agreement_id", NEW."id", NEW."is_default", NEW."kind", NEW."moment", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."valid_from", NEW."valid_until", NEW."version"); RETURN NULL;',
                            hash="5c70480f57b31d9e31d0406f6d175453e2a38294",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_924a2",
                            table="network_criteriaset",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="criteriaset",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "network_criteriasetevent" ("agreement_id", "id", "is_default", "kind", "moment", "name", "network_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "valid_from", "valid_until", "version") VALUES (NEW."agreement_id", NEW."id", NEW."is_default", NEW."kind", NEW."moment", NEW."name", NEW."network_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."valid_from", NEW."valid_until", NEW."version"); RETURN NULL;',
                            hash="285871f74a9f6270bc6ba11b6fdbd59a096e09b2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_67dda",
                            table="network_criteriaset",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="area",
                    constraint=models.UniqueConstraint(
                        fields=("network", "slug"), name="an_area_has_its_own_address"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="area",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("parent__isnull", True),
                            models.Q(("parent", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="an_area_does_not_lie_in_itself",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="ambition",
                    constraint=models.UniqueConstraint(
                        fields=("network", "code"), name="an_ambition_has_its_own_code"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.UniqueConstraint(
                        fields=("network", "slug"), name="an_agreement_has_its_own_address"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="an_agreement_ends_after_it_starts",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreement",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("supersedes__isnull", True),
                            models.Q(("supersedes", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="an_agreement_does_not_replace_itself",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "network_agreementevent" ("ends_on", "id", "kind", "network_id", "notice_months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "starts_on", "starts_precision", "supersedes_id", "text", "title") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."network_id", NEW."notice_months", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."supersedes_id", NEW."text", NEW."title"); RETURN NULL;',
                            hash="d1e0bec77aa01236cb323bc2524afe2af049e47d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_78b1a",
                            table="network_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "network_agreementevent" ("ends_on", "id", "kind", "network_id", "notice_months", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "source", "starts_on", "starts_precision", "supersedes_id", "text", "title") VALUES (NEW."ends_on", NEW."id", NEW."kind", NEW."network_id", NEW."notice_months", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."source", NEW."starts_on", NEW."starts_precision", NEW."supersedes_id", NEW."text", NEW."title"); RETURN NULL;',
                            hash="24ab46984b76b91fcbbf541bd65671e92baa27a9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_17ab0",
                            table="network_agreement",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="networkevent",
                    constraint=models.UniqueConstraint(
                        fields=("network", "key"), name="an_event_has_its_own_key"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="networkevent",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("happened_on__isnull", False),
                                models.Q(("precision", "period"), _negated=True),
                            ),
                            models.Q(
                                ("happened_on__isnull", True),
                                ("precision", "period"),
                                models.Q(("period", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_event_has_a_day_or_a_period",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partner",
                    constraint=models.UniqueConstraint(
                        fields=("network", "slug"), name="a_partner_has_its_own_address"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partner",
                    constraint=models.UniqueConstraint(
                        fields=("network", "organisation"), name="an_organisation_is_one_partner_in_a_network"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partner",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("member_of__isnull", True),
                            models.Q(("member_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_partner_is_no_member_of_itself",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partner",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("left_on__isnull", True),
                            ("joined_on__isnull", True),
                            ("left_on__gte", models.F("joined_on")),
                            _connector="OR",
                        ),
                        name="a_partner_leaves_after_it_joins",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="partner",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("left_on__isnull", True), ("status", "left"), _connector="OR"),
                        name="who_has_a_leaving_day_has_left",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "network_partnerevent" ("can_teach", "id", "joined_on", "kind", "left_on", "member_of_id", "n_organisations", "n_planned", "name", "network_id", "note", "offers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "status", "wants") VALUES (NEW."can_teach", NEW."id", NEW."joined_on", NEW."kind", NEW."left_on", NEW."member_of_id", NEW."n_organisations", NEW."n_planned", NEW."name", NEW."network_id", NEW."note", NEW."offers", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."slug", NEW."status", NEW."wants"); RETURN NULL;',
                            hash="7a24879e6cec73aac1aa2b22912ecf424e071d2e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_db677",
                            table="network_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partner",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "network_partnerevent" ("can_teach", "id", "joined_on", "kind", "left_on", "member_of_id", "n_organisations", "n_planned", "name", "network_id", "note", "offers", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug", "status", "wants") VALUES (NEW."can_teach", NEW."id", NEW."joined_on", NEW."kind", NEW."left_on", NEW."member_of_id", NEW."n_organisations", NEW."n_planned", NEW."name", NEW."network_id", NEW."note", NEW."offers", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."slug", NEW."status", NEW."wants"); RETURN NULL;',
                            hash="7cccf85e460663da448669551e44284fd2cd9817",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_466c5",
                            table="network_partner",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="membership",
                    index=models.Index(fields=["person", "network"], name="membership_by_person"),
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="a_membership_does_not_end_before_it_starts",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "representative"), _negated=True),
                            ("partner__isnull", False),
                            _connector="OR",
                        ),
                        name="a_representative_speaks_for_a_partner",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("until_on__isnull", True)),
                        fields=("network", "person", "role", "partner"),
                        name="a_person_holds_a_role_once_at_a_time",
                        nulls_distinct=False,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "network_membershipevent" ("from_on", "id", "network_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "title", "until_on") VALUES (NEW."from_on", NEW."id", NEW."network_id", NEW."partner_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."title", NEW."until_on"); RETURN NULL;',
                            hash="43c21852bedd0dbbca877a4d70292c3b6bb89c93",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dfc28",
                            table="network_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "network_membershipevent" ("from_on", "id", "network_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "title", "until_on") VALUES (NEW."from_on", NEW."id", NEW."network_id", NEW."partner_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."title", NEW."until_on"); RETURN NULL;',
                            hash="cdf3c42279dc249dd3727d042a1822f676c2b1cd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_56aa7",
                            table="network_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreementparty",
                    constraint=models.UniqueConstraint(
                        fields=("network", "agreement", "partner"),
                        name="a_partner_is_party_to_an_agreement_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agreementparty",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_by_name", ""), ("signed_on__isnull", True)),
                            models.Q(
                                ("signed_on__isnull", False), models.Q(("signed_by_name", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="a_signature_has_a_day_and_a_name",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="theme",
                    constraint=models.UniqueConstraint(
                        fields=("network", "slug"), name="a_theme_has_its_own_address"
                    ),
                ),
            ]
        ),
    ]
