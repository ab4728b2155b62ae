"""The functions in the database that decide who is looking. Written once, applied by the migrations.

Every function is a *definer* function of the owner role with a pinned ``search_path``; the runtime role may call
them but can neither read the key nor the memberships behind them. HMAC is built from the built-in ``sha256``, so no
extension is needed (RFC 2104: ``H(key ⊕ opad, H(key ⊕ ipad, message))``).
"""

SCHEMA = """
create schema if not exists tenancy;
grant usage on schema tenancy to {runtime}, {backup};

create table tenancy.signing_key (
    only_one boolean primary key default true check (only_one),
    inner_pad bytea not null check (length(inner_pad) = 64),
    outer_pad bytea not null check (length(outer_pad) = 64)
);
revoke all on tenancy.signing_key from public;

create function tenancy.context(out kind text, out subject uuid) language plpgsql stable security definer
set search_path = pg_catalog as $$
declare
    token text := current_setting('schakel.context', true);
    part text[];
    key tenancy.signing_key;
begin
    if token is null or token = '' then
        return;
    end if;
    part := string_to_array(token, '|');
    if array_length(part, 1) is distinct from 4 or part[3] !~ '^[0-9]{{1,12}}$' then
        return;
    end if;
    if part[3]::bigint < extract(epoch from clock_timestamp()) then
        return;
    end if;
    select * into key from tenancy.signing_key;
    if not found or part[4] is distinct from encode(sha256(key.outer_pad || sha256(key.inner_pad ||
            convert_to(part[1] || '|' || part[2] || '|' || part[3], 'UTF8'))), 'hex') then
        return;
    end if;
    kind := part[1];
    subject := part[2]::uuid;
end $$;
revoke all on function tenancy.context() from public;
grant execute on function tenancy.context() to {runtime};

create function tenancy.visited_network() returns uuid language sql stable security definer
set search_path = pg_catalog as $$
    select c.subject from tenancy.context() c where c.kind = 'visitor'
$$;
revoke all on function tenancy.visited_network() from public;
grant execute on function tenancy.visited_network() to {runtime};

create function tenancy.is_system() returns boolean language sql stable security definer
set search_path = pg_catalog as $$
    select coalesce((select c.kind = 'system' from tenancy.context() c), false)
$$;
revoke all on function tenancy.is_system() from public;
grant execute on function tenancy.is_system() to {runtime};
"""

DROP_SCHEMA = "drop schema tenancy cascade;"

#: Needs the table of memberships; {table} has person_id, network_id, partner_id, from_on and until_on (exclusive).
MEMBERSHIP = """
create function tenancy.my_networks() returns uuid[] language sql stable security definer
set search_path = pg_catalog as $$
    select case c.kind
        when 'system' then array[c.subject]
        when 'person' then array(
            select distinct m.network_id from public.{table} m
            where m.person_id = c.subject
              and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date))
        else '{{}}'::uuid[] end
    from tenancy.context() c
$$;
revoke all on function tenancy.my_networks() from public;
grant execute on function tenancy.my_networks() to {runtime};

create function tenancy.my_organisations() returns uuid[] language sql stable security definer
set search_path = pg_catalog as $$
    select case c.kind
        when 'person' then array(
            select distinct m.partner_id from public.{table} m
            where m.person_id = c.subject and m.partner_id is not null
              and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
              and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date))
        else '{{}}'::uuid[] end
    from tenancy.context() c
$$;
revoke all on function tenancy.my_organisations() from public;
grant execute on function tenancy.my_organisations() to {runtime};

create function tenancy.networks_of(person uuid) returns uuid[] language sql stable security definer
set search_path = pg_catalog as $$
    select array(
        select distinct m.network_id from public.{table} m, tenancy.context() c
        where m.person_id = person
          and ((c.kind = 'person' and c.subject = person) or (c.kind = 'system' and c.subject = m.network_id))
          and m.from_on <= (now() at time zone 'Europe/Amsterdam')::date
          and (m.until_on is null or m.until_on > (now() at time zone 'Europe/Amsterdam')::date))
$$;
revoke all on function tenancy.networks_of(uuid) from public;
grant execute on function tenancy.networks_of(uuid) to {runtime};

create function tenancy.all_networks() returns uuid[] language sql stable security definer
set search_path = pg_catalog as $$ select array(select n.id from public.network_network n order by n.id) $$;
revoke all on function tenancy.all_networks() from public;
grant execute on function tenancy.all_networks() to {runtime};
"""

DROP_MEMBERSHIP = """
drop function tenancy.all_networks();
drop function tenancy.networks_of(uuid);
drop function tenancy.my_organisations();
drop function tenancy.my_networks();
"""

#: How often the rows of a network changed: what a page showed at one beat is true as long as the beat is the same.
#: The beat is raised when a transaction commits and its row stays locked until that is done, so beats and commits
#: have one order, and who reads a beat also sees every change up to it. Once for each transaction and network.
PULSE = """
create table tenancy.pulse (
    network_id uuid primary key,
    beats bigint not null,
    raised_by xid8 not null
);
revoke all on tenancy.pulse from public;
grant select on tenancy.pulse to {backup};

create function tenancy.raise_beat(network uuid) returns void language sql security definer
set search_path = pg_catalog as $$
    insert into tenancy.pulse as p (network_id, beats, raised_by) values (network, 1, pg_current_xact_id())
    on conflict (network_id) do update set beats = p.beats + 1, raised_by = excluded.raised_by
    where p.raised_by <> excluded.raised_by
$$;
revoke all on function tenancy.raise_beat(uuid) from public;

create function tenancy.beat() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare
    changed uuid;
begin
    if tg_table_name = '{root}' then
        changed := new.id;
    elsif tg_op = 'DELETE' then
        changed := old.network_id;
    else
        changed := new.network_id;
    end if;
    if current_setting('schakel.beat', true) is distinct from changed || '|' || pg_current_xact_id() then
        perform tenancy.raise_beat(changed);
        perform set_config('schakel.beat', changed || '|' || pg_current_xact_id(), true);
    end if;
    return null;
end $$;
revoke all on function tenancy.beat() from public;

create function tenancy.pulse_of(network uuid) returns bigint language sql stable security definer
set search_path = pg_catalog as $$
    select coalesce((select p.beats from tenancy.pulse p where p.network_id = network), 0)
$$;
revoke all on function tenancy.pulse_of(uuid) from public;
grant execute on function tenancy.pulse_of(uuid) to {runtime};
"""

#: For a table that is made later, unless it is a history; before the pulse itself is there, nothing.
BEATS = """
do $$ begin
    if to_regprocedure('tenancy.beat()') is not null and not exists (
        select 1 from pg_attribute where attrelid = '{table}'::regclass and attname = 'pgh_id'
    ) then
        drop trigger if exists {table}_beats on {table};
        create constraint trigger {table}_beats after insert or update or delete on {table}
            deferrable initially deferred for each row execute function tenancy.beat();
    end if;
end $$;
"""

#: For every table that was there before the pulse: rows of a network, but no history and no journal.
ALL_BEAT = """
do $$ declare name text; begin
    for name in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relforcerowsecurity
          and (c.relname = '{root}' or exists (
            select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'network_id' and not a.attisdropped))
          and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'pgh_id')
          and c.relname not like 'journal\\_%'
    loop
        execute format('drop trigger if exists %I on %I', name || '_beats', name);
        execute format('create constraint trigger %I after insert or update or delete on %I '
                       'deferrable initially deferred for each row execute function tenancy.beat()',
                       name || '_beats', name);
    end loop;
end $$;
"""

DROP_PULSE = """
drop function tenancy.beat() cascade;
drop function tenancy.raise_beat(uuid);
drop function tenancy.pulse_of(uuid);
drop table tenancy.pulse;
"""
