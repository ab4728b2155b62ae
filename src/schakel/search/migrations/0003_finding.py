"""Finding in the index: a function of the owner that looks with the text index and decides itself who may see what.

Under row-level security PostgreSQL does not use a text index, because the operators of text search are not leakproof:
each search would read every text of the network. These functions look first and give only what the signed context may
see; the rows themselves are then read under row-level security as ever (docs/decisions/0015).
"""

from django.conf import settings
from django.db import migrations

RUNTIME = settings.DATABASE_ROLES["runtime"]

#: More hits than this are not all weighed: then the titles with the words, and the newest texts of each kind.
MOST = 3_000

FINDING = """
create index texts_by_word_in_title on public.search_findabletext using gin (ts_filter(vector, '{{a}}'));

-- What was asked, as the words stand in the index; wide: also as the beginning of longer words. Dutch stems leave the
-- plural of huisarts and of ziekenhuis apart from their singular; the stems that belong together are asked together.
create function search.asked(words text, out exact tsquery, out wide tsquery) language plpgsql stable
set search_path = pg_catalog as $$
declare
    stem text;
    alike text[];
    is_plain boolean;
begin
    exact := websearch_to_tsquery('search.dutch', words);
    wide := exact;
    is_plain := exact::text !~ '!|<[-0-9]+>';
    for stem in select distinct m[1] from regexp_matches(exact::text, '''([^''\\\\]+)''', 'g') m loop
        if length(stem) < 4 then
            continue;
        end if;
        alike := array(select distinct one from unnest(
            array[stem, stem || 's', (ts_lexize('pg_catalog.dutch_stem', stem))[1],
                  case right(stem, 1) when 'z' then left(stem, -1) || 's' when 's' then left(stem, -1) || 'z'
                                      when 'v' then left(stem, -1) || 'f' when 'f' then left(stem, -1) || 'v' end]
            ) one where length(one) > 2 order by one);
        exact := ts_rewrite(exact, ('''' || stem || '''')::tsquery,
            (select string_agg('''' || one || '''', ' | ') from unnest(alike) one)::tsquery);
        wide := ts_rewrite(wide, ('''' || stem || '''')::tsquery,
            (select string_agg('''' || one || '''' || case when is_plain and length(one) > 3 then ':*' else '' end, ' | ')
             from unnest(alike) one
             where not (is_plain and exists (
                select from unnest(alike) shorter
                where length(shorter) > 3 and shorter <> one and starts_with(one, shorter))))::tsquery);
    end loop;
end $$;
revoke all on function search.asked(text) from public;
grant execute on function search.asked(text) to {runtime};

-- The hits in one network for who looks: for each kind how many (no text_id), and then the best texts in their order.
-- is_all is false when there are too many to weigh and count them all.
create function search.hits(wanted uuid, exact tsquery, wide tsquery, of_kinds text[], n_rows integer)
returns table (text_id uuid, of_kind text, n bigint, is_all boolean) language plpgsql stable security definer
set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
    marks uuid[] := search.my_marks();
    sees_all boolean := tenancy.is_system();
begin
    if not coalesce(wanted = any (tenancy.my_networks()), false) then
        return;
    end if;
    is_all := (select count(*) from (
        select from public.search_findabletext t
        where t.network_id = wanted and t.vector @@ wide and (sees_all or t.readers is null or t.readers && marks)
        limit {most} + 1) counted) <= {most};
    if is_all then
        return query
        with found as materialized (
            select t.id, t.kind, ts_rank(t.vector, exact, 1) + 0.2 * ts_rank(t.vector, wide, 1) as weight, t.at
            from public.search_findabletext t
            where t.network_id = wanted and t.vector @@ wide and (sees_all or t.readers is null or t.readers && marks)
        ), best as (
            select f.id, f.kind::text from found f where of_kinds is null or f.kind = any (of_kinds)
            order by f.weight * search.pull(f.kind, f.at) desc, f.at desc nulls last, f.id
            limit n_rows
        )
        select null::uuid, f.kind::text, count(*), true from found f group by f.kind
        union all
        select b.id, b.kind, null::bigint, true from best b;
    else
        -- One line without a text, so that who asks knows that not all were counted, also when nothing is given.
        return query select null::uuid, null::text, null::bigint, false;
        return query
        with kinds as (
            select k.kind from (select distinct unnest(coalesce(of_kinds, {kinds})) as kind) k
        ), chosen as materialized (
            (select t.id, t.kind, t.vector, t.at from public.search_findabletext t
             where t.network_id = wanted and ts_filter(t.vector, '{{a}}') @@ wide
               and (of_kinds is null or t.kind = any (of_kinds))
               and (sees_all or t.readers is null or t.readers && marks)
             limit {most} / 2)
            union all
            (select n.id, n.kind, n.vector, n.at from kinds k cross join lateral (
                select t.id, t.kind, t.vector, t.at from public.search_findabletext t
                where t.network_id = wanted and t.kind = k.kind and t.vector @@ wide
                  and (sees_all or t.readers is null or t.readers && marks)
                order by t.at desc nulls last limit {most} / 2 / (select count(*) from kinds)) n)
        ), best as (
            select s.id, s.kind::text,
                max(ts_rank(s.vector, exact, 1) + 0.2 * ts_rank(s.vector, wide, 1)) as weight, max(s.at) as at
            from chosen s group by s.id, s.kind
        )
        select b.id, b.kind, null::bigint, false from best b
        order by b.weight * search.pull(b.kind, b.at) desc, b.at desc nulls last, b.id
        limit n_rows;
    end if;
end $$;
revoke all on function search.hits(uuid, tsquery, tsquery, text[], integer) from public;
grant execute on function search.hits(uuid, tsquery, tsquery, text[], integer) to {runtime};

-- A small push between texts that fit as well: the thing itself before what was said about it, and the newer one.
create function search.pull(kind text, at timestamptz) returns double precision language sql stable as $$
    select (case when kind in ('initiative', 'partner', 'body') then 1.5 else 1 end)
        * (1 + 0.1 * coalesce(1 / (1 + greatest(extract(epoch from now() - at), 0) / 31557600.0), 0))
$$;
revoke all on function search.pull(text, timestamptz) from public;

-- Titles that look like what was typed, for who mistyped; the best of the first few hundred.
create function search.resembling(wanted uuid, words text, n_rows integer) returns table (text_id uuid)
language plpgsql volatile security definer
set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
    marks uuid[] := search.my_marks();
    sees_all boolean := tenancy.is_system();
    typed text := search.plain(words);
begin
    if not coalesce(wanted = any (tenancy.my_networks()), false) then
        return;
    end if;
    perform set_config('pg_trgm.word_similarity_threshold', '0.55', true);
    return query
        select f.id from (
            select t.id, t.plain_title, t.at from public.search_findabletext t
            where t.network_id = wanted and t.plain_title operator(public.%>) typed
              and (sees_all or t.readers is null or t.readers && marks)
            limit 300
        ) f
        order by public.word_similarity(typed, f.plain_title) desc, f.at desc nulls last, f.id
        limit n_rows;
end $$;
revoke all on function search.resembling(uuid, text, integer) from public;
grant execute on function search.resembling(uuid, text, integer) to {runtime};
""".format(
    runtime=RUNTIME,
    most=MOST,
    kinds="array['initiative', 'decision', 'meeting', 'document', 'note', 'exploration', 'plan', 'embedding',"
    " 'lesson', 'partner', 'body', 'agreement']",
)

FORGET = """
drop function search.resembling(uuid, text, integer);
drop function search.hits(uuid, tsquery, tsquery, text[], integer);
drop function search.pull(text, timestamptz);
drop function search.asked(text);
drop index public.texts_by_word_in_title;
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0002_index")]
    operations = [migrations.RunSQL(FINDING, FORGET)]
