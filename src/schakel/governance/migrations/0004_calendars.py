"""Meetings can be called off and count their changes; a secret link shows them in a person's own calendar."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from schakel.tenancy.operations import Tenancy

#: A calendar asks before anybody looks: the secret tells whose link it is, and nothing else comes out.
LOOK_UP = """
create function tenancy.calendar_link(secret text, out link_id uuid, out network_id uuid, out person_id uuid)
returns setof record language sql stable security definer set search_path = pg_catalog as $$
    select l.id, l.network_id, l.person_id from public.governance_calendarlink l
    where l.secret_hash = secret and l.ended_at is null
$$;
revoke all on function tenancy.calendar_link(text) from public;
grant execute on function tenancy.calendar_link(text) to {runtime};
""".format(runtime=settings.DATABASE_ROLES["runtime"])
FORGET = "drop function tenancy.calendar_link(text);"


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0003_invitations"),
        ("network", "0004_agreements_that_renew"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarLink",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("secret_hash", models.CharField(max_length=64, verbose_name="vingerafdruk van het geheim")),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="beëindigd op")),
            ],
            options={
                "verbose_name": "agendalink",
                "verbose_name_plural": "agendalinks",
                "ordering": ("-made_at",),
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="cancelled_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="afgezegd op"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="cancelled_reason",
            field=models.TextField(blank=True, verbose_name="waarom afgezegd"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="changed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="laatst gewijzigd op"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="n_changes",
            field=models.PositiveIntegerField(default=0, verbose_name="aantal wijzigingen"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cancelled_at__isnull", True),
                    models.Q(
                        ("decision_list_published_at__isnull", True),
                        ("status", "closed"),
                        models.Q(("cancelled_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_cancelled_meeting_is_closed_and_says_why",
            ),
        ),
        migrations.AddField(
            model_name="calendarlink",
            name="body",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="governance.body",
                verbose_name="gremium",
            ),
        ),
        migrations.AddField(
            model_name="calendarlink",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.network",
                verbose_name="netwerk",
            ),
        ),
        migrations.AddField(
            model_name="calendarlink",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="persoon",
            ),
        ),
        migrations.AddIndex(
            model_name="calendarlink",
            index=models.Index(fields=["secret_hash"], name="calendars_by_their_secret"),
        ),
        migrations.AddConstraint(
            model_name="calendarlink",
            constraint=models.UniqueConstraint(
                fields=("network", "secret_hash"), name="a_secret_opens_one_calendar"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("network", "person", "body"),
                name="a_person_has_one_link_for_a_calendar",
                nulls_distinct=False,
            ),
        ),
        Tenancy("governance", "calendarlink"),
        migrations.RunSQL(LOOK_UP, FORGET),
    ]
