"""The index of texts."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0005_growth_of_the_network"),
    ]

    operations = [
        migrations.CreateModel(
            name="FindableText",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("initiative", "Initiatief"),
                            ("decision", "Besluit"),
                            ("meeting", "Overleg"),
                            ("document", "Document"),
                            ("note", "Gesprek"),
                            ("exploration", "Verkenning"),
                            ("plan", "Plan"),
                            ("embedding", "Borging"),
                            ("lesson", "Les"),
                            ("partner", "Partner"),
                            ("body", "Gremium"),
                            ("agreement", "Overeenkomst"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                ("subject_id", models.UUIDField(verbose_name="waarvan")),
                ("initiative_id", models.UUIDField(blank=True, null=True, verbose_name="initiatief")),
                ("key", models.CharField(max_length=80, verbose_name="kenmerk in het adres")),
                ("number", models.CharField(blank=True, max_length=20, verbose_name="nummer")),
                ("title", models.TextField(blank=True, verbose_name="titel")),
                ("label", models.TextField(blank=True, verbose_name="hoort bij")),
                ("body", models.TextField(blank=True, verbose_name="tekst")),
                ("state", models.CharField(blank=True, max_length=20, verbose_name="stand")),
                ("at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        blank=True,
                        null=True,
                        size=None,
                        verbose_name="alleen voor",
                    ),
                ),
                ("plain_title", models.TextField(blank=True, verbose_name="titel zonder accenten")),
                (
                    "vector",
                    django.contrib.postgres.search.SearchVectorField(
                        blank=True, null=True, verbose_name="woorden"
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
                "verbose_name": "doorzoekbare tekst",
                "verbose_name_plural": "doorzoekbare teksten",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="texts_by_word"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["plain_title"], name="texts_by_title", opclasses=["gin_trgm_ops"]
                    ),
                    models.Index(fields=["network", "number"], name="texts_by_number"),
                    models.Index(fields=["kind", "subject_id"], name="texts_by_subject"),
                    models.Index(
                        models.F("network"),
                        models.F("kind"),
                        models.OrderBy(models.F("at"), descending=True, nulls_last=True),
                        name="newest_texts_of_a_kind",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "kind", "subject_id"), name="a_thing_has_one_text_of_a_kind"
                    )
                ],
            },
        ),
    ]
