"""The conversation about an initiative."""

import uuid

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import tenant_tables


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0003_history_moves_only_history"),
        ("network", "0004_agreements_that_renew"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "readers",
                    models.CharField(
                        choices=[
                            ("network", "Iedereen in dit netwerk"),
                            ("internal", "Alleen het bureau, de groep, de trekker en de verkenner"),
                        ],
                        default="network",
                        max_length=10,
                        verbose_name="voor wie",
                    ),
                ),
                ("text", models.TextField(verbose_name="tekst")),
                ("written_at", models.DateTimeField(verbose_name="geschreven op")),
                ("n_changes", models.PositiveSmallIntegerField(default=0, verbose_name="aantal wijzigingen")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
                ),
                ("once_token", models.UUIDField(verbose_name="kenmerk van het formulier")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="schrijver",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
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
                "verbose_name": "bericht",
                "verbose_name_plural": "berichten",
                "ordering": ("-written_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="NoteDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("text", models.TextField(blank=True, verbose_name="tekst")),
                ("updated_at", models.DateTimeField(verbose_name="bewaard op")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="schrijver",
                    ),
                ),
            ],
            options={
                "verbose_name": "concept van een bericht",
                "verbose_name_plural": "concepten van berichten",
            },
        ),
        migrations.CreateModel(
            name="NoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "readers",
                    models.CharField(
                        choices=[
                            ("network", "Iedereen in dit netwerk"),
                            ("internal", "Alleen het bureau, de groep, de trekker en de verkenner"),
                        ],
                        default="network",
                        max_length=10,
                        verbose_name="voor wie",
                    ),
                ),
                ("text", models.TextField(verbose_name="tekst")),
                ("written_at", models.DateTimeField(verbose_name="geschreven op")),
                ("n_changes", models.PositiveSmallIntegerField(default=0, verbose_name="aantal wijzigingen")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="waarom ingetrokken"),
                ),
                ("once_token", models.UUIDField(verbose_name="kenmerk van het formulier")),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="schrijver",
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
                        to="initiatives.note",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NoteMention",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
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
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="initiatives.note",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="genoemd",
                    ),
                ),
            ],
            options={
                "verbose_name": "vermelding in een bericht",
                "verbose_name_plural": "vermeldingen in berichten",
            },
        ),
        migrations.AddIndex(
            model_name="note",
            index=models.Index(
                fields=["network", "initiative", "-written_at"], name="notes_of_an_initiative"
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.UniqueConstraint(
                fields=("network", "once_token"), name="one_note_per_sent_form"
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="a_note_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_at__isnull", True),
                    models.Q(("withdrawn_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_withdrawn_note_says_why",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_are_withdrawn",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="6a5412c25fe0c610da6b5d41be70e03f7356da5c",
                    operation="DELETE",
                    pgid="pgtrigger_notes_are_withdrawn_c898c",
                    table="initiatives_note",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "initiatives_noteevent" ("author_id", "id", "initiative_id", "n_changes", "network_id", "once_token", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "withdrawn_at", "withdrawn_reason", "written_at") VALUES (NEW."author_id", NEW."id", NEW."initiative_id", NEW."n_changes", NEW."network_id", NEW."once_token", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."readers", NEW."text", NEW."withdrawn_at", NEW."withdrawn_reason", NEW."written_at"); RETURN NULL;',
                    hash="5c41606a04b6c59be253cd17d47fa418b06f7cfc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d0c0c",
                    table="initiatives_note",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "initiatives_noteevent" ("author_id", "id", "initiative_id", "n_changes", "network_id", "once_token", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "withdrawn_at", "withdrawn_reason", "written_at") VALUES (NEW."author_id", NEW."id", NEW."initiative_id", NEW."n_changes", NEW."network_id", NEW."once_token", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."readers", NEW."text", NEW."withdrawn_at", NEW."withdrawn_reason", NEW."written_at"); RETURN NULL;',
                    hash="15d4c292c92f786240fd112435e14e62782a311a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_df833",
                    table="initiatives_note",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="notedraft",
            constraint=models.UniqueConstraint(
                fields=("network", "initiative", "person"), name="one_note_being_written_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="notemention",
            constraint=models.UniqueConstraint(
                fields=("network", "note", "person"), name="a_person_once_in_a_note"
            ),
        ),
        *tenant_tables("initiatives", ["note", "notemention", "notedraft"], append_only=["noteevent"]),
    ]
