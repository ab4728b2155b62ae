"""A public decision comes with the later public decision that took its place, in the same question."""

from django.conf import settings
from django.db import migrations

RUNTIME = settings.DATABASE_ROLES["runtime"]

# A decision that nobody outside reads of is not told of here either. As long as a mandate that the earlier one granted
# has not ended on the day that is asked, it is not replaced yet.
WITH_REPLACEMENT = f"""
    create function tenancy.public_decisions(wanted uuid, most integer, today date)
    returns table (number text, initiative text, body text, decided_on date, decided_precision text,
                   verdict text, reason text, replaced_by text)
    language sql stable security definer set search_path = pg_catalog as $$
        select d.number, i.number, b.name, d.decided_on, d.decided_precision,
               (select o ->> 'label' from jsonb_array_elements(d.options) o where o ->> 'code' = d.verdict limit 1),
               d.public_reason,
               (select l.number
                  from public.governance_decision l
                  join public.initiatives_initiative li on li.id = l.subject_id
                  join public.public_publication lp on lp.initiative_id = li.id and lp.is_published
                 where l.network_id = wanted and l.supersedes_id = d.id and l.status = 'valid'
                   and not tenancy.submitter_waits(wanted, li.submitted_by_id, l.id)
                   and not exists (select 1 from public.governance_mandate m
                                    where m.network_id = wanted and m.source_decision_id = d.id
                                      and m.valid_until > today)
                 limit 1)
          from public.governance_decision d
          join public.initiatives_initiative i on i.id = d.subject_id
          join public.public_publication p on p.initiative_id = i.id and p.is_published
          left join public.governance_body b on b.id = d.body_id
         where d.network_id = wanted and d.status = 'valid' and tenancy.may_read_public(wanted)
           and not tenancy.submitter_waits(wanted, i.submitted_by_id, d.id)
         order by d.decided_on desc nulls last, d.number desc limit most
    $$;
    revoke all on function tenancy.public_decisions(uuid, integer, date) from public;
    grant execute on function tenancy.public_decisions(uuid, integer, date) to {RUNTIME};
"""
#: The function without a day stays: what still runs of the version before asks that one. A later release drops it.
WITHOUT = "drop function tenancy.public_decisions(uuid, integer, date);"


class Migration(migrations.Migration):
    dependencies = [
        ("public", "0005_where_it_happens"),
        ("governance", "0012_a_mandate_ends_with_a_decision"),
    ]
    operations = [migrations.RunSQL(WITH_REPLACEMENT, WITHOUT)]
