"""Ambitions are found too, and of two who write the first words of one embedding at once both are kept.

A text is there from the first moment of most things. Only that of an embedding begins with whichever of its plan and
its reports comes first: two of those at once found no row to wait at, so now they wait at the thing itself.
"""

from django.db import migrations, models

MARKS = """
create or replace function search.my_marks() returns uuid[] language sql stable security definer
set search_path = pg_catalog as $$
    select case when tenancy.me() is null then '{}'::uuid[] else array(
        select tenancy.me()
        union select unnest(tenancy.my_managed_networks())
        union select s.body_id from public.governance_seattenure t
            join public.governance_seat s on s.id = t.seat_id
            where t.person_id = tenancy.me() and t.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (t.until_on is null or t.until_on > (now() at time zone 'Europe/Amsterdam')::date)) end
$$;
"""

OF_AMBITION = """
create function search.of_ambition(uuid[]) returns setof search.text language sql stable as $$
    select a.network_id, a.id, null::uuid, '', a.code, a.text, '', '', '', null::timestamptz, null::uuid[]
    from public.network_ambition a where a.id = any($1)$$;
revoke all on function search.of_ambition(uuid[]) from public;
"""

#: The same as in 0002, with what comes first.
KEEP = """
create or replace function search.keep_{kind}(things uuid[]) returns void language plpgsql security definer
set search_path = pg_catalog as $$
begin
    if things is null then
        return;
    end if;
    {first}
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
            btrim(regexp_replace(translate(body, E'\\x02\\x03', ''), E'\\n\\s*\\n', E'\\n', 'g'), E'\\n ') as body,
            state, at, readers
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

#: One lock for each thing without a text, always in the same order; it ends with the transaction.
TAKE_TURNS = """perform pg_advisory_xact_lock(hashtextextended('search of ' || one.thing::text, 0))
        from (select unnest(things) as thing order by 1) one
        where not exists (select 1 from public.search_findabletext t
            where t.kind = 'embedding' and t.subject_id = one.thing);"""

ON_CHANGE = """
create function search.network_ambition_keeps_ambition() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
    if tg_op = 'DELETE' then
        perform search.keep_ambition(array(select o.id from old_rows o));
    else
        perform search.keep_ambition(array(select n.id from new_rows n));
    end if;
    return null;
end $$;
revoke all on function search.network_ambition_keeps_ambition() from public;
create trigger network_ambition_keeps_ambition_i after insert on public.network_ambition
    referencing new table as new_rows for each statement execute function search.network_ambition_keeps_ambition();
create trigger network_ambition_keeps_ambition_u after update on public.network_ambition
    referencing new table as new_rows for each statement execute function search.network_ambition_keeps_ambition();
create trigger network_ambition_keeps_ambition_d after delete on public.network_ambition
    referencing old table as old_rows for each statement execute function search.network_ambition_keeps_ambition();
"""
FORGET = """
drop trigger network_ambition_keeps_ambition_i on public.network_ambition;
drop trigger network_ambition_keeps_ambition_u on public.network_ambition;
drop trigger network_ambition_keeps_ambition_d on public.network_ambition;
drop function search.network_ambition_keeps_ambition();
drop function search.keep_ambition(uuid[]);
drop function search.of_ambition(uuid[]);
delete from public.search_findabletext where kind = 'ambition';
"""

#: The table that a kind is of, with its column of the id of the thing.
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
    "ambition": ("network_ambition", "id"),
}
REINDEX = """
create or replace function search.things(wanted uuid, of_kind text) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if wanted <> all (tenancy.my_networks()) or not tenancy.is_system() then
        raise exception 'only the platform itself indexes a network' using errcode = 'insufficient_privilege';
    end if;
    return case of_kind
        {things}
        else '{{}}'::uuid[] end || array(select t.subject_id from public.search_findabletext t
            where t.network_id = wanted and t.kind = of_kind);
end $$;
create or replace function search.index_again(of_kind text, things uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not tenancy.is_system() then
        raise exception 'only the platform itself indexes a network' using errcode = 'insufficient_privilege';
    end if;
    case of_kind
        {keeps}
        else raise exception 'there is no kind %', of_kind;
    end case;
end $$;
""".format(
    things="\n        ".join(
        f"when '{kind}' then array(select distinct h.{column} from public.{table} h where h.network_id = wanted)"
        for kind, (table, column) in HOME.items()
    ),
    keeps="\n        ".join(f"when '{kind}' then perform search.keep_{kind}(things);" for kind in HOME),
)
FILL = "select search.keep_ambition(array(select a.id from public.network_ambition a));"


class Migration(migrations.Migration):
    dependencies = [("search", "0004_words_of_documents"), ("network", "0006_who_manages")]
    operations = [
        migrations.AlterField(
            "findabletext",
            "kind",
            models.CharField(
                choices=[
                    ("initiative", "Initiatief"),
                    ("decision", "Besluit"),
                    ("meeting", "Overleg"),
                    ("document", "Document"),
                    ("note", "Gesprek"),
                    ("exploration", "Verkenning"),
                    ("plan", "Plan"),
                    ("embedding", "Borging"),
                    ("lesson", "Les"),
                    ("partner", "Partner"),
                    ("body", "Gremium"),
                    ("agreement", "Overeenkomst"),
                    ("ambition", "Ambitie"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
        migrations.RunSQL(MARKS, migrations.RunSQL.noop),
        migrations.RunSQL(KEEP.format(kind="embedding", first=TAKE_TURNS), migrations.RunSQL.noop),
        migrations.RunSQL(OF_AMBITION + KEEP.format(kind="ambition", first="") + ON_CHANGE, FORGET),
        migrations.RunSQL(REINDEX, migrations.RunSQL.noop),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
