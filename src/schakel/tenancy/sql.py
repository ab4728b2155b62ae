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
