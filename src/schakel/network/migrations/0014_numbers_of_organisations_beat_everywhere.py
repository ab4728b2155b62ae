"""An organisation takes part in several networks: its change beats in each of them, and one network asks who else."""

from django.conf import settings
from django.db import migrations

RUNTIME = settings.DATABASE_ROLES["runtime"]
EVERYWHERE = f"""
    create function tenancy.beat_where_it_takes_part() returns trigger language plpgsql security definer
    set search_path = pg_catalog as $$
    declare
        found uuid;
    begin
        for found in
            select p.network_id from public.network_partner p where p.organisation_id = new.id order by p.network_id
        loop
            perform tenancy.raise_beat(found);
        end loop;
        return null;
    end $$;
    revoke all on function tenancy.beat_where_it_takes_part() from public;

    create constraint trigger network_organisation_beats after update on public.network_organisation
        deferrable initially deferred for each row when (old.* is distinct from new.*)
        execute function tenancy.beat_where_it_takes_part();

    create function tenancy.takes_part_elsewhere(organisation uuid, network uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
        select network = any((select tenancy.my_networks())::uuid[]) and exists (
            select 1 from public.network_partner p where p.organisation_id = organisation and p.network_id <> network)
    $$;
    revoke all on function tenancy.takes_part_elsewhere(uuid, uuid) from public;
    grant execute on function tenancy.takes_part_elsewhere(uuid, uuid) to {RUNTIME};
"""
NOWHERE_ELSE = """
    drop function tenancy.takes_part_elsewhere(uuid, uuid);
    drop trigger network_organisation_beats on public.network_organisation;
    drop function tenancy.beat_where_it_takes_part();
"""


class Migration(migrations.Migration):
    dependencies = [("network", "0013_what_is_signed_stays")]
    operations = [migrations.RunSQL(EVERYWHERE, NOWHERE_ELSE)]
