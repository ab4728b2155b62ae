"""A network sees its own rows; who looks from outside sees what a listed network publishes about itself."""

from django.conf import settings
from django.db import migrations

from schakel.tenancy.operations import MembershipFunctions, RootTenancy, Tenancy, tenant_tables

RUNTIME, BACKUP = settings.DATABASE_ROLES["runtime"], settings.DATABASE_ROLES["backup"]

ORGANISATIONS = f"""
    revoke all on network_organisation from {RUNTIME};
    grant select, insert on network_organisation to {RUNTIME};
    grant select on network_organisation to {BACKUP};
"""
NO_ORGANISATIONS = f"revoke all on network_organisation from {RUNTIME}, {BACKUP};"

# How large each listed network is, in one query for the front page; numbers only, no rows.
COUNTS = f"""
    create function tenancy.listed_networks() returns table (network_id uuid, n_partners bigint, n_themes bigint)
    language sql stable security definer set search_path = pg_catalog as $$
        select n.id,
            (select count(*) from public.network_partner p
              where p.network_id = n.id and p.member_of_id is null and p.status in ('owner', 'partner')),
            (select count(*) from public.network_theme t where t.network_id = n.id)
        from public.network_network n where n.is_listed
    $$;
    revoke all on function tenancy.listed_networks() from public;
    grant execute on function tenancy.listed_networks() to {RUNTIME};
"""
NO_COUNTS = "drop function tenancy.listed_networks();"


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial"), ("tenancy", "0001_context")]
    operations = [
        MembershipFunctions("network_membership"),
        RootTenancy("network", "network"),
        migrations.RunSQL(ORGANISATIONS, NO_ORGANISATIONS),
        Tenancy("network", "area", published="true"),
        Tenancy("network", "theme", published="true"),
        Tenancy("network", "ambition", published="true"),
        Tenancy("network", "networkevent", published="true"),
        Tenancy("network", "partner", published="status in ('owner', 'partner', 'listener', 'participant')"),
        *tenant_tables(
            "network",
            ["agreement", "criteriaset", "membership", "agreementparty", "criterion"],
            append_only=["membershipevent", "partnerevent", "agreementevent", "criteriasetevent"],
        ),
        migrations.RunSQL(COUNTS, NO_COUNTS),
    ]
