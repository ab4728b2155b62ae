"""The index keeps itself: every change of a text in any table is in the index when the statement is done.

For each kind of text there is one function that says what the text is (``search.of_‹kind›``), one that puts it in the
index (``search.keep_‹kind›``), and a trigger on every table that it comes from. The trigger is the owner's, so it writes
what the runtime role can only read, and it cannot be forgotten: not by an action, a loader or bare SQL
(docs/decisions/0015).
"""

from django.conf import settings
from django.db import migrations

from schakel.tenancy.operations import Tenancy

ROLES = {"runtime": settings.DATABASE_ROLES["runtime"], "backup": settings.DATABASE_ROLES["backup"]}

#: Who may read a text that is not for the whole network; the same people as ``Note.objects.visible_to``.
READERS = "readers is null or readers && (select search.my_marks())::uuid[]"

BEGINNING = """
create schema if not exists search;
grant usage on schema search to {runtime}, {backup};

-- Dutch words without their accents and without their inflection; what looks like markup is text as well.
create text search configuration search.dutch (copy = pg_catalog.dutch);
alter text search configuration search.dutch
    alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.dutch_stem;

create function search.plain(words text) returns text language sql stable
set search_path = pg_catalog as $$ select lower(public.unaccent('public.unaccent', words)) $$;

create function search.vector_of(title text, label text, body text) returns tsvector language sql immutable
set search_path = pg_catalog as $$
    select setweight(to_tsvector('search.dutch', translate(title, '<>', '  ')), 'A')
        || setweight(to_tsvector('search.dutch', translate(label, '<>', '  ')), 'B')
        || setweight(to_tsvector('search.dutch', translate(body, '<>', '  ')), 'D')
$$;

-- The marks of who looks: themselves, the bodies they sit in, the networks they manage.
create function search.my_marks() returns uuid[] language sql stable security definer
set search_path = pg_catalog as $$
    select case c.kind when 'person' then array(
        select c.subject
        union select m.network_id from public.network_membership m
            where m.person_id = c.subject and m.role = 'manager'
              and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date)
        union select s.body_id from public.governance_seattenure t
            join public.governance_seat s on s.id = t.seat_id
            where t.person_id = c.subject and t.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (t.until_on is null or t.until_on > (now() at time zone 'Europe/Amsterdam')::date))
        else '{{}}'::uuid[] end
    from tenancy.context() c
$$;
revoke all on function search.my_marks() from public;
grant execute on function search.my_marks() to {runtime};

create type search.text as (
    network_id uuid, subject_id uuid, initiative_id uuid, key text, number text, title text, label text, body text,
    state text, at timestamptz, readers uuid[]
);
""".format(**ROLES)

#: What each kind of text is, for the things with these ids ($1). Only the newest exploration and plan have a page.
TEXTS = {
    "initiative": """
        select i.network_id, i.id, i.id, i.number, i.number, i.title, '',
            concat_ws(E'\\n', i.problem, i.proposal, i.benefit, i.who_joins, i.public_reason,
                (select string_agg(concat_ws(E'\\n', e.title, e.text), E'\\n' order by e.recorded_at, e.id)
                 from public.initiatives_storyevent e where e.initiative_id = i.id and e.text <> '')),
            i.stage, coalesce(i.submitted_at, i.stage_since::timestamptz, i.started_on::timestamptz), null::uuid[]
        from public.initiatives_initiative i where i.id = any($1)""",
    "decision": """
        select d.network_id, d.id, null::uuid, d.number, d.number, d.title, d.subject_label,
            concat_ws(E'\\n', d.proposal, d.public_reason, d.reason,
                (select string_agg(c.text, E'\\n' order by c.due_on, c.id)
                 from public.governance_condition c where c.decision_id = d.id)),
            d.status, coalesce(d.decided_on::timestamptz, d.recorded_at), null::uuid[]
        from public.governance_decision d where d.id = any($1)""",
    "meeting": """
        select m.network_id, m.id, null::uuid, m.number, m.number, coalesce(nullif(m.title, ''), b.name), b.name,
            concat_ws(E'\\n', m.place, m.secretary_note, m.cancelled_reason,
                (select string_agg(concat_ws(E'\\n', i.title, i.note), E'\\n' order by i.position, i.id)
                 from public.governance_agendaitem i where i.meeting_id = m.id)),
            case when m.cancelled_at is null then m.status else 'called_off' end, m.starts_at, null::uuid[]
        from public.governance_meeting m join public.governance_body b on b.id = m.body_id where m.id = any($1)""",
    "document": """
        select d.network_id, d.id, null::uuid, d.id::text, '', d.title, d.subject_label,
            concat_ws(E'\\n', d.withdrawn_reason,
                (select string_agg(concat_ws(E'\\n', case when d.withdrawn_at is null then v.file_name end, v.why), E'\\n'
                        order by v.number desc)
                 from public.documents_documentversion v where v.document_id = d.id)),
            case when d.withdrawn_at is null then '' else 'withdrawn' end, d.added_at, null::uuid[]
        from public.documents_document d where d.id = any($1)""",
    "note": """
        select n.network_id, n.id, i.id, i.number, '', '', '', n.text, '', n.written_at,
            case when n.readers = 'network' then null
                 else array_remove(array[n.author_id, i.lead_id, i.explorer_id, i.body_id, n.network_id], null) end
        from public.initiatives_note n join public.initiatives_initiative i on i.id = n.initiative_id
        where n.id = any($1) and n.withdrawn_at is null""",
    "exploration": """
        select distinct on (e.initiative_id) e.network_id, i.id, i.id, i.number, '', '', '',
            concat_ws(E'\\n', e.advice, e.findings, e.problem_picture, e.resident_voice, e.prior_art,
                e.embedding_sketch,
                (select string_agg(concat_ws(E'\\n', q.text, q.answer), E'\\n' order by q.position)
                 from public.initiatives_explorationquestion q where q.exploration_id = e.id),
                (select string_agg(concat_ws(E'\\n', o.name, o.text, o.pros, o.cons), E'\\n' order by o.position)
                 from public.initiatives_option o where o.exploration_id = e.id),
                (select string_agg(concat_ws(E'\\n', p.name, v.interest, v.worry, v.contribution), E'\\n'
                        order by p.name)
                 from public.initiatives_partnerview v join public.network_partner p on p.id = v.partner_id
                 where v.exploration_id = e.id and v.is_given),
                (select string_agg(concat_ws(E'\\n', f.helps, f.hinders), E'\\n' order by f.kind)
                 from public.initiatives_factor f where f.exploration_id = e.id),
                (select string_agg(concat_ws(E'\\n', l.pays, l.gains), E'\\n' order by l.law)
                 from public.initiatives_payereffect l where l.exploration_id = e.id)),
            '', e.starts_on::timestamptz, null::uuid[]
        from public.initiatives_exploration e join public.initiatives_initiative i on i.id = e.initiative_id
        where e.initiative_id = any($1) order by e.initiative_id, e.attempt desc""",
    "plan": """
        select distinct on (p.initiative_id) p.network_id, i.id, i.id, i.number, '', '', '',
            concat_ws(E'\\n', p.summary, p.result, p.communication, p.low_literacy, p.participation,
                p.privacy_check, p.competition_reason,
                (select string_agg(concat_ws(E'\\n', g.text, g.measure), E'\\n' order by g.position)
                 from public.initiatives_plangoal g where g.plan_id = p.id),
                (select string_agg(a.text, E'\\n' order by a.position)
                 from public.initiatives_activity a where a.plan_id = p.id),
                (select string_agg(m.text, E'\\n' order by m.position)
                 from public.initiatives_milestone m where m.plan_id = p.id),
                (select string_agg(l.text, E'\\n' order by l.position)
                 from public.initiatives_budgetline l where l.plan_id = p.id),
                (select string_agg(concat_ws(E'\\n', r.text, r.measure), E'\\n' order by r.position)
                 from public.initiatives_risk r where r.plan_id = p.id),
                (select string_agg(concat_ws(E'\\n', o.name, o.tasks), E'\\n' order by o.position)
                 from public.initiatives_planrole o where o.plan_id = p.id)),
            '', p.frozen_at, null::uuid[]
        from public.initiatives_plan p join public.initiatives_initiative i on i.id = p.initiative_id
        where p.initiative_id = any($1) order by p.initiative_id, p.version desc""",
    "embedding": """
        select i.network_id, i.id, i.id, i.number, '', '', '',
            concat_ws(E'\\n', e.structural_funding, e.work_instruction, e.training, e.figures, e.contract_clause,
                e.remeasure,
                (select string_agg(concat_ws(E'\\n', r.result, r.experience, r.settlement, r.ahead), E'\\n'
                        order by r.written_at, r.id)
                 from public.initiatives_report r where r.initiative_id = i.id)),
            '', (select max(r.written_at) from public.initiatives_report r where r.initiative_id = i.id), null::uuid[]
        from public.initiatives_initiative i
        left join public.initiatives_embeddingplan e on e.initiative_id = i.id
        where i.id = any($1)
          and (e.id is not null or exists (select 1 from public.initiatives_report r where r.initiative_id = i.id))""",
    "lesson": """
        select l.network_id, l.id, i.id, '', '', l.advice, '', concat_ws(E'\\n', l.context, l.happened), '',
            l.shared_at, null::uuid[]
        from public.initiatives_lesson l join public.initiatives_initiative i on i.id = l.initiative_id
        where l.id = any($1)""",
    "partner": """
        select p.network_id, p.id, null::uuid, p.slug, '', p.name, '',
            concat_ws(E'\\n', p.note, p.wants, p.offers, p.can_teach), p.status, p.joined_on::timestamptz,
            null::uuid[]
        from public.network_partner p where p.id = any($1)""",
    "body": """
        select b.network_id, b.id, null::uuid, b.slug, '', b.name, '', concat_ws(E'\\n', b.purpose, b.closing_reason),
            case when b.closed_on is null then '' else 'ended' end, b.founded_on::timestamptz, null::uuid[]
        from public.governance_body b where b.id = any($1)""",
    "agreement": """
        select a.network_id, a.id, null::uuid, a.slug, '', a.title, '', a.text, '', a.starts_on::timestamptz, null::uuid[]
        from public.network_agreement a where a.id = any($1)""",
}

#: The table that a kind is of, with its column of the id of the thing: every thing that may have a text of the kind.
HOME = {
    "initiative": ("initiatives_initiative", "id"),
    "decision": ("governance_decision", "id"),
    "meeting": ("governance_meeting", "id"),
    "document": ("documents_document", "id"),
    "note": ("initiatives_note", "id"),
    "exploration": ("initiatives_exploration", "initiative_id"),
    "plan": ("initiatives_plan", "initiative_id"),
    "embedding": ("initiatives_initiative", "id"),
    "lesson": ("initiatives_lesson", "id"),
    "partner": ("network_partner", "id"),
    "body": ("governance_body", "id"),
    "agreement": ("network_agreement", "id"),
}

_OF_EXPLORATION = "select e.initiative_id from public.initiatives_exploration e where e.id = any(changed)"
_OF_PLAN = "select p.initiative_id from public.initiatives_plan p where p.id = any(changed)"

#: The other tables that a kind is made of: (kind, table, column, how to get from that column to the things, and the
#: columns of which alone a change counts).
ALSO = (
    ("initiative", "initiatives_storyevent", "initiative_id", "", ""),
    ("decision", "governance_condition", "decision_id", "", ""),
    ("meeting", "governance_agendaitem", "meeting_id", "", ""),
    (
        "meeting",
        "governance_body",
        "id",
        "select m.id from public.governance_meeting m where m.body_id = any(changed)",
        "name",
    ),
    ("document", "documents_documentversion", "document_id", "", ""),
    (
        "note",
        "initiatives_initiative",
        "id",
        "select n.id from public.initiatives_note n where n.initiative_id = any(changed)",
        "lead_id, explorer_id, body_id",
    ),
    *(
        ("exploration", f"initiatives_{table}", "exploration_id", _OF_EXPLORATION, "")
        for table in ("explorationquestion", "option", "partnerview", "factor", "payereffect")
    ),
    (
        "exploration",
        "network_partner",
        "id",
        "select e.initiative_id from public.initiatives_partnerview v"
        " join public.initiatives_exploration e on e.id = v.exploration_id"
        " where v.partner_id = any(changed) and v.is_given",
        "name",
    ),
    *(
        ("plan", f"initiatives_{table}", "plan_id", _OF_PLAN, "")
        for table in ("plangoal", "activity", "milestone", "budgetline", "risk", "planrole")
    ),
    ("embedding", "initiatives_embeddingplan", "initiative_id", "", ""),
    ("embedding", "initiatives_report", "initiative_id", "", ""),
)

OF = """
create function search.of_{kind}(uuid[]) returns setof search.text language sql stable
as $${text}$$;
revoke all on function search.of_{kind}(uuid[]) from public;
"""

#: A text that did not change is not written again. Whoever changes two parts of one thing at once waits here for the
#: other, and then reads what both wrote.
KEEP = """
create function search.keep_{kind}(things uuid[]) returns void language plpgsql security definer
set search_path = pg_catalog as $$
begin
    if things is null then
        return;
    end if;
    perform 1 from public.search_findabletext t
        where t.kind = '{kind}' and t.subject_id = any(things) order by t.id for update;
    delete from public.search_findabletext t
        where t.kind = '{kind}' and t.subject_id = any(things)
          and not exists (select 1 from search.of_{kind}(things) f where f.subject_id = t.subject_id);
    insert into public.search_findabletext as t (id, network_id, kind, subject_id, initiative_id, key, number, title,
        label, body, state, at, readers, plain_title, vector)
    select gen_random_uuid(), f.network_id, '{kind}', f.subject_id, f.initiative_id, f.key, f.number, f.title,
        f.label, f.body, f.state, f.at, f.readers, search.plain(f.title), search.vector_of(f.title, f.label, f.body)
    from (
        select network_id, subject_id, initiative_id, key, number, translate(title, E'\\x02\\x03', '') as title,
            translate(label, E'\\x02\\x03', '') as label,
            btrim(regexp_replace(translate(body, E'\\x02\\x03', ''), E'\\n\\s*\\n', E'\\n', 'g'), E'\\n ') as body, state, at, readers
        from search.of_{kind}(things)
    ) f
    left join public.search_findabletext k on k.network_id = f.network_id and k.kind = '{kind}'
        and k.subject_id = f.subject_id
    where k.id is null
       or row(k.key, k.number, k.title, k.label, k.body, k.state, k.at, k.readers, k.initiative_id)
          is distinct from
          row(f.key, f.number, f.title, f.label, f.body, f.state, f.at, f.readers, f.initiative_id)
    on conflict (network_id, kind, subject_id) do update set
        initiative_id = excluded.initiative_id, key = excluded.key, number = excluded.number, title = excluded.title,
        label = excluded.label, body = excluded.body, state = excluded.state, at = excluded.at,
        readers = excluded.readers, plain_title = excluded.plain_title, vector = excluded.vector;
end $$;
revoke all on function search.keep_{kind}(uuid[]) from public;
"""

ON_CHANGE = """
create function search.{name}() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare
    changed uuid[];
begin
    if tg_op = 'INSERT' then
        changed := array(select distinct n.{column} from new_rows n where n.{column} is not null);
    elsif tg_op = 'DELETE' then
        changed := array(select distinct o.{column} from old_rows o where o.{column} is not null);
    else
        changed := array({updated});
    end if;
    {lead}
    if cardinality(changed) > 0 then
        perform search.keep_{kind}(changed);
    end if;
    return null;
end $$;
revoke all on function search.{name}() from public;
create trigger {name}_i after insert on public.{table} referencing new table as new_rows
    for each statement execute function search.{name}();
create trigger {name}_u after update on public.{table} referencing old table as old_rows new table as new_rows
    for each statement execute function search.{name}();
create trigger {name}_d after delete on public.{table} referencing old table as old_rows
    for each statement execute function search.{name}();
"""


def on_change(kind: str, table: str, column: str, leads: str, only: str) -> str:
    """The trigger that keeps one kind of text when one table changes."""
    if only:
        new, old = (", ".join(f"{row}.{one.strip()}" for one in only.split(",")) for row in ("n", "o"))
        updated = (
            f"select distinct n.{column} from new_rows n join old_rows o on o.id = n.id"
            f" where row({new}) is distinct from row({old})"
        )
    else:
        updated = (
            f"select n.{column} from new_rows n where n.{column} is not null"
            f" union select o.{column} from old_rows o where o.{column} is not null"
        )
    lead = f"changed := array({leads.replace('select ', 'select distinct ', 1)});" if leads else ""
    name = f"{table}_keeps_{kind}"
    return ON_CHANGE.format(kind=kind, table=table, column=column, updated=updated, lead=lead, name=name)


KEEPING = "".join(
    OF.format(kind=kind, text=text) + KEEP.format(kind=kind) for kind, text in TEXTS.items()
) + "".join(
    [on_change(kind, table, column, "", "") for kind, (table, column) in HOME.items() if kind != "embedding"]
    + [on_change(*one) for one in ALSO]
)

#: Put every text of one kind in the index, and take out what is no longer there; in pieces, for who tells how far it is.
REINDEX = """
create function search.things(wanted uuid, of_kind text) returns uuid[] language plpgsql stable security definer
set search_path = pg_catalog as $$
begin
    if wanted <> all (tenancy.my_networks()) or not tenancy.is_system() then
        raise exception 'only the platform itself indexes a network' using errcode = 'insufficient_privilege';
    end if;
    return case of_kind
        {things}
        else '{{}}'::uuid[] end || array(select t.subject_id from public.search_findabletext t
            where t.network_id = wanted and t.kind = of_kind);
end $$;
revoke all on function search.things(uuid, text) from public;
grant execute on function search.things(uuid, text) to {runtime};

create function search.index_again(of_kind text, things uuid[]) returns void language plpgsql security definer
set search_path = pg_catalog as $$
begin
    if not tenancy.is_system() then
        raise exception 'only the platform itself indexes a network' using errcode = 'insufficient_privilege';
    end if;
    case of_kind
        {keeps}
        else raise exception 'there is no kind %', of_kind;
    end case;
end $$;
revoke all on function search.index_again(text, uuid[]) from public;
grant execute on function search.index_again(text, uuid[]) to {runtime};
""".format(
    things="\n        ".join(
        f"when '{kind}' then array(select distinct h.{column} from public.{table} h where h.network_id = wanted)"
        for kind, (table, column) in HOME.items()
    ),
    keeps="\n        ".join(f"when '{kind}' then perform search.keep_{kind}(things);" for kind in TEXTS),
    **ROLES,
)

#: What is there already.
FILL = "".join(
    f"select search.keep_{kind}(array(select distinct h.{column} from public.{table} h));"
    for kind, (table, column) in HOME.items()
)

ONLY_READ = "revoke insert, update, delete on public.search_findabletext from {runtime};".format(**ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
        ("documents", "0002_tenancy"),
        ("governance", "0004_calendars"),
        ("initiatives", "0007_a_note_being_written_is_its_writers"),
        ("network", "0005_growth_of_the_network"),
    ]
    operations = [
        migrations.RunSQL(BEGINNING, "drop schema search cascade;"),
        Tenancy("search", "findabletext", private=READERS),
        migrations.RunSQL(ONLY_READ, migrations.RunSQL.noop),
        migrations.RunSQL(KEEPING, migrations.RunSQL.noop),
        migrations.RunSQL(REINDEX, migrations.RunSQL.noop),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
