"""A network sees what came to it from outside; a visitor sees approved texts, and where those initiatives stand."""

from django.conf import settings
from django.db import migrations

from schakel.tenancy.operations import Tenancy, tenant_tables

RUNTIME = settings.DATABASE_ROLES["runtime"]

# Where a published initiative stands, and nothing else of it: a visitor never reads the table of initiatives.
# ``may_read`` holds for who visits this network, for its members and for the system working for it.
FUNCTIONS = f"""
    create function tenancy.may_read_public(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(tenancy.visited_network() = wanted, false)
            or wanted = any(coalesce(tenancy.my_networks(), '{{}}'::uuid[]))
    $$;
    revoke all on function tenancy.may_read_public(uuid) from public;
    grant execute on function tenancy.may_read_public(uuid) to {RUNTIME};

    create function tenancy.public_initiatives(wanted uuid)
    returns table (initiative_id uuid, number text, stage text, theme text, since date, reason text)
    language sql stable security definer set search_path = pg_catalog as $$
        select i.id, i.number, i.stage, t.name, i.stage_since, i.public_reason
          from public.initiatives_initiative i
          join public.public_publication p on p.initiative_id = i.id and p.is_published
          left join public.network_theme t on t.id = i.theme_id
         where i.network_id = wanted and tenancy.may_read_public(wanted)
         order by i.number desc
    $$;
    revoke all on function tenancy.public_initiatives(uuid) from public;
    grant execute on function tenancy.public_initiatives(uuid) to {RUNTIME};

    create function tenancy.public_decisions(wanted uuid, most integer)
    returns table (number text, initiative text, body text, decided_on date, decided_precision text,
                   verdict text, reason text)
    language sql stable security definer set search_path = pg_catalog as $$
        select d.number, i.number, b.name, d.decided_on, d.decided_precision,
               (select o ->> 'label' from jsonb_array_elements(d.options) o where o ->> 'code' = d.verdict limit 1),
               d.public_reason
          from public.governance_decision d
          join public.initiatives_initiative i on i.id = d.subject_id
          join public.public_publication p on p.initiative_id = i.id and p.is_published
          left join public.governance_body b on b.id = d.body_id
         where d.network_id = wanted and d.status = 'valid' and tenancy.may_read_public(wanted)
         order by d.decided_on desc nulls last, d.number desc limit most
    $$;
    revoke all on function tenancy.public_decisions(uuid, integer) from public;
    grant execute on function tenancy.public_decisions(uuid, integer) to {RUNTIME};
"""
NO_FUNCTIONS = """
    drop function tenancy.public_decisions(uuid, integer);
    drop function tenancy.public_initiatives(uuid);
    drop function tenancy.may_read_public(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("public", "0001_initial"),
        ("network", "0002_tenancy"),
        ("governance", "0002_tenancy"),
        ("initiatives", "0002_tenancy"),
    ]
    operations = [
        *tenant_tables("public", ["contact", "outsideidea", "membershiprequest"]),
        Tenancy("public", "publication", published="is_published"),
        migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS),
    ]
