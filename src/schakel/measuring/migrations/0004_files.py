"""Files with figures, between the dry run and bringing them in."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("measuring", "0003_series"),
        ("network", "0006_who_manages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FigureImport",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("sent_at", models.DateTimeField(verbose_name="gestuurd op")),
                ("filename", models.CharField(max_length=200, verbose_name="bestand")),
                ("sha256", models.CharField(max_length=64, verbose_name="vingerafdruk van het bestand")),
                ("n_rows", models.PositiveIntegerField(verbose_name="aantal regels")),
                ("rows", models.JSONField(default=list, verbose_name="regels")),
                ("outcome", models.JSONField(default=dict, verbose_name="uitkomst")),
                ("is_right", models.BooleanField(default=False, verbose_name="zonder fouten")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="ingevoerd op")),
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
                "verbose_name": "bestand met cijfers",
                "verbose_name_plural": "bestanden met cijfers",
                "ordering": ("-sent_at",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("done_at__isnull", True), ("is_right", True), _connector="OR"),
                        name="only_a_file_without_faults_is_brought_in",
                    )
                ],
            },
        ),
        Tenancy("measuring", "figureimport"),
    ]
