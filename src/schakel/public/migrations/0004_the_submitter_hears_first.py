"""What became of an idea is public once its submitter was told; until then the step and its decision are not there."""

from django.db import migrations

# Told is: the message was read, or delivered in the way this person chose and the mail, if there is one, has left or
# never will. Who has nothing to be told (nobody signed in for it, or who decided is the submitter) holds nothing up.
HEARS_FIRST = """
    create function tenancy.submitter_waits(wanted uuid, submitter uuid, decision uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
        select exists (
            select 1 from public.notices_notice n left join public.notices_mail m on m.id = n.mail_id
             where n.network_id = wanted and n.person_id = submitter and n.read_at is null
               and n.key in ('decided:' || decision::text, 'answer:' || decision::text)
               and (n.delivery = '' or m.state in ('waiting', 'sending'))
        )
    $$;
    revoke all on function tenancy.submitter_waits(uuid, uuid, uuid) from public;

    create or replace function tenancy.public_initiatives(wanted uuid)
    returns table (initiative_id uuid, number text, stage text, theme text, since date, reason text)
    language sql stable security definer set search_path = pg_catalog as $$
        select i.id, i.number,
               case when w.waits then coalesce(nullif(w.from_stage, ''), 'submitted') else i.stage end,
               t.name,
               case when w.waits then null else i.stage_since end,
               case when w.waits then '' else i.public_reason end
          from public.initiatives_initiative i
          join public.public_publication p on p.initiative_id = i.id and p.is_published
          left join public.network_theme t on t.id = i.theme_id
          left join lateral (
              select s.from_stage, tenancy.submitter_waits(wanted, i.submitted_by_id, s.decision_id) as waits
                from public.initiatives_stagemove s
               where s.initiative_id = i.id and s.decision_id = i.moved_by_id
          ) w on true
         where i.network_id = wanted and tenancy.may_read_public(wanted)
         order by i.number desc
    $$;

    create or replace function tenancy.public_decisions(wanted uuid, most integer)
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
           and not tenancy.submitter_waits(wanted, i.submitted_by_id, d.id)
         order by d.decided_on desc nulls last, d.number desc limit most
    $$;
"""
AT_ONCE = """
    create or replace function tenancy.public_initiatives(wanted uuid)
    returns table (initiative_id uuid, number text, stage text, theme text, since date, reason text)
    language sql stable security definer set search_path = pg_catalog as $$
        select i.id, i.number, i.stage, t.name, i.stage_since, i.public_reason
          from public.initiatives_initiative i
          join public.public_publication p on p.initiative_id = i.id and p.is_published
          left join public.network_theme t on t.id = i.theme_id
         where i.network_id = wanted and tenancy.may_read_public(wanted)
         order by i.number desc
    $$;

    create or replace function tenancy.public_decisions(wanted uuid, most integer)
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
    drop function tenancy.submitter_waits(uuid, uuid, uuid);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("public", "0003_for_the_office"),
        ("notices", "0003_left_behind"),
        ("initiatives", "0008_internal_notes"),
    ]
    operations = [migrations.RunSQL(HEARS_FIRST, AT_ONCE)]
