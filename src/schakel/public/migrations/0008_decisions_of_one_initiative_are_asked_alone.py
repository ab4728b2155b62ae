"""The decisions about one initiative, or the one with a number, are looked for before the rest is worked out."""

from django.conf import settings
from django.db import migrations

RUNTIME = settings.DATABASE_ROLES["runtime"]

DECISIONS = """
    create function tenancy.public_decisions(wanted uuid, most integer, today date{parameters})
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
         where d.network_id = wanted and d.status = 'valid' and tenancy.may_read_public(wanted){only}
           and not tenancy.submitter_waits(wanted, i.submitted_by_id, d.id)
         order by d.decided_on desc nulls last, d.number desc limit most
    $$;
    revoke all on function tenancy.public_decisions({types}) from public;
    grant execute on function tenancy.public_decisions({types}) to {runtime};
"""
BEFORE, AFTER = "uuid, integer, date", "uuid, integer, date, text, text"
WITH = DECISIONS.format(
    parameters=", about text default '', known text default ''",
    only="\n           and about in ('', i.number) and known in ('', d.number)",
    types=AFTER,
    runtime=RUNTIME,
)
WITHOUT = DECISIONS.format(parameters="", only="", types=BEFORE, runtime=RUNTIME)


class Migration(migrations.Migration):
    dependencies = [("public", "0007_public_texts_keep_their_history")]
    operations = [
        migrations.RunSQL(
            f"drop function tenancy.public_decisions({BEFORE});{WITH}",
            f"drop function tenancy.public_decisions({AFTER});{WITHOUT}",
        )
    ]
