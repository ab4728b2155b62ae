"""Minutes are found too, by whoever may read their meeting; and of a common word the ambitions and minutes count along."""

from importlib import import_module

from django.db import migrations, models

index = import_module("schakel.search.migrations.0002_index")
HOME = {
    **import_module("schakel.search.migrations.0005_ambitions_and_taking_turns").HOME,
    "minutes": ("governance_minutes", "id"),
}

TEXT = """
    select v.network_id, v.id, null::uuid, m.number, '', coalesce(nullif(m.title, ''), b.name), m.number,
        concat_ws(E'\\n', v.text,
            (select string_agg(concat_ws(E'\\n', r.text, r.reason), E'\\n' order by r.added_at, r.id)
             from public.governance_minutesremark r where r.minutes_id = v.id)),
        v.status, m.starts_at, null::uuid[]
    from public.governance_minutes v join public.governance_meeting m on m.id = v.meeting_id
        join public.governance_body b on b.id = m.body_id
    where v.id = any($1)"""

ALSO = (
    ("minutes", "governance_minutes", "id", "", ""),
    ("minutes", "governance_minutesremark", "minutes_id", "", ""),
    (
        "minutes",
        "governance_meeting",
        "id",
        "select v.id from public.governance_minutes v where v.meeting_id = any(changed)",
        "title, starts_at",
    ),
    (
        "minutes",
        "governance_body",
        "id",
        "select v.id from public.governance_minutes v join public.governance_meeting m on m.id = v.meeting_id"
        " where m.body_id = any(changed)",
        "name",
    ),
)
KEEPING = (
    index.OF.format(kind="minutes", text=TEXT)
    + index.KEEP.format(kind="minutes")
    + "".join(index.on_change(*one) for one in ALSO)
)
FORGET = (
    "".join(
        f"drop trigger {table}_keeps_minutes_{what} on public.{table};"
        for _kind, table, *_more in ALSO
        for what in "iud"
    )
    + "".join(f"drop function search.{table}_keeps_minutes();" for _kind, table, *_more in ALSO)
    + """
drop function search.keep_minutes(uuid[]);
drop function search.of_minutes(uuid[]);
delete from public.search_findabletext where kind = 'minutes';
"""
)

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

#: The kinds that are looked through for a word that very many texts have; a list that grew since it was written.
SHORT, WHOLE = "'agreement'])", "'agreement', 'ambition', 'minutes'])"
COUNT = """
do $do$ begin
    execute replace(pg_get_functiondef('search.hits(uuid, tsquery, tsquery, text[], integer)'::regprocedure),
        $f${old}$f$, $f${new}$f$);
end $do$;
"""
FILL = "select search.keep_minutes(array(select v.id from public.governance_minutes v));"


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0005_ambitions_and_taking_turns"),
        ("governance", "0013_minutes_that_stay"),
    ]
    operations = [
        migrations.AlterField(
            "findabletext",
            "kind",
            models.CharField(
                choices=[
                    ("initiative", "Initiatief"),
                    ("decision", "Besluit"),
                    ("meeting", "Overleg"),
                    ("minutes", "Verslag"),
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
        migrations.RunSQL(KEEPING, FORGET),
        migrations.RunSQL(REINDEX, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT.format(old=SHORT, new=WHOLE), COUNT.format(old=WHOLE, new=SHORT)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
