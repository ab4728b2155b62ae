"""Choices from a log: some months, or people with one trait."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0002_bottlenecks"),
        ("network", "0010_partners_have_areas_and_numbers"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChainCut",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.CharField(blank=True, max_length=7, verbose_name="vanaf maand")),
                ("until", models.CharField(blank=True, max_length=7, verbose_name="tot en met maand")),
                ("trait", models.CharField(blank=True, max_length=20, verbose_name="kenmerk")),
                ("value", models.CharField(blank=True, max_length=200, verbose_name="waarde")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                ("worked_out_at", models.DateTimeField(blank=True, null=True, verbose_name="uitgerekend op")),
            ],
            options={
                "verbose_name": "keuze uit een logboek",
                "verbose_name_plural": "keuzes uit een logboek",
                "ordering": ("-asked_at",),
            },
        ),
        migrations.RemoveConstraint(
            model_name="chainlink",
            name="a_log_counts_a_link_once",
        ),
        migrations.AddField(
            model_name="chainlink",
            name="breaks",
            field=models.JSONField(default=dict, verbose_name="waar de maanden te knippen zijn"),
        ),
        migrations.AddField(
            model_name="chainlink",
            name="is_closed",
            field=models.BooleanField(default=False, verbose_name="alleen voor de organisaties zelf"),
        ),
        migrations.AddField(
            model_name="chaincut",
            name="log",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="cuts",
                to="carechain.eventlog",
                verbose_name="logboek",
            ),
        ),
        migrations.AddField(
            model_name="chaincut",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.network",
                verbose_name="netwerk",
            ),
        ),
        migrations.AddField(
            model_name="chainlink",
            name="cut",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="links",
                to="carechain.chaincut",
                verbose_name="keuze",
            ),
        ),
        migrations.AddConstraint(
            model_name="chainlink",
            constraint=models.UniqueConstraint(
                fields=("network", "log", "cut", "level", "source", "target"),
                name="a_log_counts_a_link_once_in_each_choice",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="chaincut",
            constraint=models.UniqueConstraint(
                fields=("network", "log", "since", "until", "trait", "value"),
                name="a_log_is_cut_once_in_each_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="chaincut",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("since", ""), _negated=True),
                    models.Q(("until", ""), _negated=True),
                    models.Q(("trait", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_cut_leaves_something_out",
            ),
        ),
        migrations.AddConstraint(
            model_name="chaincut",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("trait", ""), ("value", "")),
                    models.Q(("trait", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_cut_by_a_trait_says_which_value",
            ),
        ),
        *tenant_tables("carechain", ["chaincut", "chainlink"]),
    ]
