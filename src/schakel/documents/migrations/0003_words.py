"""The words of a version, read so that they can be found."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_tenancy"), ("network", "0006_who_manages")]

    operations = [
        migrations.CreateModel(
            name="DocumentText",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "wordt nog gelezen"),
                            ("read", "gelezen"),
                            ("cut", "het begin gelezen"),
                            ("empty", "geen tekst gevonden"),
                            ("failed", "niet te lezen"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="tekst")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="gelezen op")),
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="documents.documentversion",
                        verbose_name="versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "tekst van een document",
                "verbose_name_plural": "teksten van documenten",
                "constraints": [
                    models.UniqueConstraint(fields=("network", "version"), name="a_version_is_read_once"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), ("state__in", ("read", "cut")), _connector="OR"),
                        name="only_what_was_read_has_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("read_at__isnull", True), ("state", "waiting")),
                            models.Q(
                                models.Q(("state", "waiting"), _negated=True), ("read_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_text_says_when_it_was_read",
                    ),
                ],
            },
        ),
        Tenancy("documents", "documenttext"),
    ]
