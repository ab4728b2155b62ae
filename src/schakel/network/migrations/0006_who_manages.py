"""The database knows of which networks somebody is the manager: some rows are for the office only."""

from django.conf import settings
from django.db import migrations

RUNTIME = settings.DATABASE_ROLES["runtime"]
MANAGED = f"""
    create function tenancy.my_managed_networks() returns uuid[] language sql stable security definer
    set search_path = pg_catalog as $$
        select case c.kind when 'person' then array(
            select distinct m.network_id from public.network_membership m
            where m.person_id = c.subject and m.role = 'manager'
              and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date))
            else '{{}}'::uuid[] end
        from tenancy.context() c
    $$;
    revoke all on function tenancy.my_managed_networks() from public;
    grant execute on function tenancy.my_managed_networks() to {RUNTIME};

    create function tenancy.me() returns uuid language sql stable security definer
    set search_path = pg_catalog as $$ select c.subject from tenancy.context() c where c.kind = 'person' $$;
    revoke all on function tenancy.me() from public;
    grant execute on function tenancy.me() to {RUNTIME};
"""
NOT_MANAGED = "drop function tenancy.me(); drop function tenancy.my_managed_networks();"


class Migration(migrations.Migration):
    dependencies = [("network", "0005_growth_of_the_network")]
    operations = [migrations.RunSQL(MANAGED, NOT_MANAGED)]
