"""An internal note is read by its writer, the office, the group, the lead and the explorer; by nobody else."""

from django.conf import settings
from django.db import migrations

from schakel.tenancy.operations import Narrowed

RUNTIME = settings.DATABASE_ROLES["runtime"]
MY_INITIATIVES = f"""
    create function tenancy.my_initiatives() returns uuid[] language sql stable security definer
    set search_path = pg_catalog as $$
        select case c.kind when 'person' then array(
            select i.id from public.initiatives_initiative i
            where i.network_id = any(tenancy.my_networks())
              and (i.lead_id = c.subject or i.explorer_id = c.subject or i.body_id in (
                select s.body_id from public.governance_seattenure t
                join public.governance_seat s on s.id = t.seat_id
                where t.person_id = c.subject
                  and t.from_on <= (now() at time zone 'Europe/Amsterdam')::date
                  and (t.until_on is null or t.until_on > (now() at time zone 'Europe/Amsterdam')::date))))
            else '{{}}'::uuid[] end
        from tenancy.context() c
    $$;
    revoke all on function tenancy.my_initiatives() from public;
    grant execute on function tenancy.my_initiatives() to {RUNTIME};
"""
READERS = """(
    readers = 'network'
    or author_id = (select tenancy.me())
    or network_id = any((select tenancy.my_managed_networks())::uuid[])
    or initiative_id = any((select tenancy.my_initiatives())::uuid[])
)"""


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0007_a_note_being_written_is_its_writers"),
        ("governance", "0004_calendars"),
        ("network", "0006_who_manages"),
    ]
    operations = [
        migrations.RunSQL(MY_INITIATIVES, "drop function tenancy.my_initiatives();"),
        Narrowed("initiatives", "note", only=READERS),
        Narrowed("initiatives", "noteevent", only=READERS),
    ]
