"""Bottlenecks of the chain, and the partners that meet them."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import AllAtOnce, tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("carechain", "0001_initial"),
        ("network", "0009_each_answer_stays"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AllAtOnce(
            [
                migrations.CreateModel(
                    name="Bottleneck",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="wat hapert er")),
                        ("story", models.TextField(verbose_name="wat er gebeurt")),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("staff", "te weinig personeel"),
                                    ("outflow", "uitstroom: wie klaar is, kan nog niet weg"),
                                    ("through_flow", "doorstroom binnen de organisatie"),
                                    ("indication", "indicatie of financiering"),
                                    ("no_offer", "geen passend aanbod"),
                                    ("no_bridging", "geen hulp om het wachten te overbruggen"),
                                    ("information", "informatie ontbreekt of komt te laat"),
                                    ("unknown_offer", "men kent het aanbod van de buren niet"),
                                    ("travel", "reizen of taal"),
                                    ("choice", "keuze van de patiënt"),
                                    ("other", "iets anders"),
                                ],
                                max_length=16,
                                verbose_name="waardoor",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("interview", "iemand vertelde het"),
                                    ("link", "een schakel van de keten laat het zien"),
                                ],
                                max_length=12,
                                verbose_name="waar het vandaan komt",
                            ),
                        ),
                        (
                            "heard_from",
                            models.CharField(blank=True, max_length=120, verbose_name="van wie gehoord"),
                        ),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="van")),
                        ("target", models.CharField(blank=True, max_length=200, verbose_name="naar")),
                        ("figure", models.JSONField(blank=True, default=dict, verbose_name="cijfer")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("taken_up", "opgepakt"),
                                    ("solved", "opgelost"),
                                    ("dropped", "laten rusten"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="stand",
                            ),
                        ),
                        ("state_reason", models.TextField(blank=True, verbose_name="waarom die stand")),
                        ("named_at", models.DateTimeField(verbose_name="genoemd op")),
                        (
                            "idea_token",
                            models.UUIDField(blank=True, null=True, verbose_name="idee dat eruit kwam"),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="network.area",
                                verbose_name="deelgebied",
                            ),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoemd door",
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
                        "verbose_name": "knelpunt",
                        "verbose_name_plural": "knelpunten",
                        "ordering": ("-named_at",),
                    },
                ),
                migrations.CreateModel(
                    name="BottleneckEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ("title", models.CharField(max_length=200, verbose_name="wat hapert er")),
                        ("story", models.TextField(verbose_name="wat er gebeurt")),
                        (
                            "cause",
                            models.CharField(
                                choices=[
                                    ("staff", "te weinig personeel"),
                                    ("outflow", "uitstroom: wie klaar is, kan nog niet weg"),
                                    ("through_flow", "doorstroom binnen de organisatie"),
                                    ("indication", "indicatie of financiering"),
                                    ("no_offer", "geen passend aanbod"),
                                    ("no_bridging", "geen hulp om het wachten te overbruggen"),
                                    ("information", "informatie ontbreekt of komt te laat"),
                                    ("unknown_offer", "men kent het aanbod van de buren niet"),
                                    ("travel", "reizen of taal"),
                                    ("choice", "keuze van de patiënt"),
                                    ("other", "iets anders"),
                                ],
                                max_length=16,
                                verbose_name="waardoor",
                            ),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("interview", "iemand vertelde het"),
                                    ("link", "een schakel van de keten laat het zien"),
                                ],
                                max_length=12,
                                verbose_name="waar het vandaan komt",
                            ),
                        ),
                        (
                            "heard_from",
                            models.CharField(blank=True, max_length=120, verbose_name="van wie gehoord"),
                        ),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="van")),
                        ("target", models.CharField(blank=True, max_length=200, verbose_name="naar")),
                        ("figure", models.JSONField(blank=True, default=dict, verbose_name="cijfer")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "open"),
                                    ("taken_up", "opgepakt"),
                                    ("solved", "opgelost"),
                                    ("dropped", "laten rusten"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="stand",
                            ),
                        ),
                        ("state_reason", models.TextField(blank=True, verbose_name="waarom die stand")),
                        ("named_at", models.DateTimeField(verbose_name="genoemd op")),
                        (
                            "idea_token",
                            models.UUIDField(blank=True, null=True, verbose_name="idee dat eruit kwam"),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="network.area",
                                verbose_name="deelgebied",
                            ),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoemd door",
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
                                to="carechain.bottleneck",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BottleneckVote",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="op")),
                        (
                            "bottleneck",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="votes",
                                to="carechain.bottleneck",
                                verbose_name="knelpunt",
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
                                related_name="+",
                                to="network.partner",
                                verbose_name="partner",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stem op een knelpunt",
                        "verbose_name_plural": "stemmen op knelpunten",
                        "ordering": ("at",),
                    },
                ),
                migrations.AddConstraint(
                    model_name="bottleneck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True), models.Q(("story", ""), _negated=True)
                        ),
                        name="a_bottleneck_says_what_happens",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bottleneck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "taken_up"]),
                            models.Q(("state_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_bottleneck_that_ends_says_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bottleneck",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("origin", "link"), _negated=True),
                            models.Q(
                                models.Q(("source", ""), _negated=True),
                                models.Q(("target", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_bottleneck_of_a_link_names_both_ends",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bottleneck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "carechain_bottleneckevent" ("area_id", "cause", "figure", "heard_from", "id", "idea_token", "named_at", "named_by_id", "network_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "state_reason", "story", "target", "title") VALUES (NEW."area_id", NEW."cause", NEW."figure", NEW."heard_from", NEW."id", NEW."idea_token", NEW."named_at", NEW."named_by_id", NEW."network_id", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."state", NEW."state_reason", NEW."story", NEW."target", NEW."title"); RETURN NULL;',
                            hash="c627758d1ee331c57ddda8f7dbd7cf02c4d74c77",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_19f16",
                            table="carechain_bottleneck",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="bottleneck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "carechain_bottleneckevent" ("area_id", "cause", "figure", "heard_from", "id", "idea_token", "named_at", "named_by_id", "network_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state", "state_reason", "story", "target", "title") VALUES (NEW."area_id", NEW."cause", NEW."figure", NEW."heard_from", NEW."id", NEW."idea_token", NEW."named_at", NEW."named_by_id", NEW."network_id", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."state", NEW."state_reason", NEW."story", NEW."target", NEW."title"); RETURN NULL;',
                            hash="a93f96cede1e04ca4c5fa01b925c3ed8c483d5e7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_84927",
                            table="carechain_bottleneck",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="bottleneckvote",
                    constraint=models.UniqueConstraint(
                        fields=("network", "bottleneck", "partner"), name="a_partner_meets_a_bottleneck_once"
                    ),
                ),
            ]
        ),
        *tenant_tables("carechain", ["bottleneck", "bottleneckvote"], append_only=["bottleneckevent"]),
    ]
