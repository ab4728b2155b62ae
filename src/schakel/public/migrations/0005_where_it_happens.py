"""Where a published initiative takes place is public too, so that everyone can look at one municipality."""

from django.conf import settings
from django.db import migrations

RUNTIME = settings.DATABASE_ROLES["runtime"]

PLACES = f"""
    create function tenancy.public_places(wanted uuid)
    returns table (initiative_id uuid, area_id uuid)
    language sql stable security definer set search_path = pg_catalog as $$
        select a.initiative_id, a.area_id
          from public.initiatives_initiativearea a
          join public.public_publication p on p.initiative_id = a.initiative_id and p.is_published
         where a.network_id = wanted and tenancy.may_read_public(wanted)
    $$;
    revoke all on function tenancy.public_places(uuid) from public;
    grant execute on function tenancy.public_places(uuid) to {RUNTIME};
"""


class Migration(migrations.Migration):
    dependencies = [
        ("public", "0004_the_submitter_hears_first"),
        ("initiatives", "0019_answer_templates"),
    ]
    operations = [migrations.RunSQL(PLACES, "drop function tenancy.public_places(uuid);")]
