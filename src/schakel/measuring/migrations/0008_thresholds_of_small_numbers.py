"""From how many people a network shows figures on its own pages, and by which decision."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0006_written_down_late"),
        ("measuring", "0007_limits_tell_their_period"),
        ("network", "0009_each_answer_stays"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Threshold",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField(verbose_name="versie")),
                ("threshold", models.PositiveSmallIntegerField(verbose_name="getoond vanaf zoveel mensen")),
                ("reason", models.TextField(verbose_name="waarom")),
                ("set_at", models.DateTimeField(verbose_name="geldt sinds")),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.decision",
                        verbose_name="door welk besluit",
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
                    "set_by",
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
                "verbose_name": "drempel voor kleine aantallen",
                "verbose_name_plural": "drempels voor kleine aantallen",
                "ordering": ("-number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "number"), name="a_threshold_has_a_version_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("threshold__gte", 5), ("threshold__lte", 100)),
                        name="a_threshold_is_never_below_the_lowest",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("threshold__gte", 10), ("decision__isnull", False), _connector="OR"
                        ),
                        name="a_low_threshold_has_its_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_threshold_says_why"
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="threshold",
            trigger=pgtrigger.compiler.Trigger(
                name="a_threshold_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="10889645942ec1e13614fdbad3cbe312fc12a597",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_a_threshold_stays_265da",
                    table="measuring_threshold",
                    when="BEFORE",
                ),
            ),
        ),
        Tenancy("measuring", "threshold", append_only=True),
    ]
