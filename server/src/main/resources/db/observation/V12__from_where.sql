-- The trail says from where: an author is one at one address.
alter table observation.author add address text not null default '';
alter table observation.author drop constraint author_kind_name_key;
alter table observation.author add unique (kind, name, address);

create or replace function observation.trail_entity() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    maker observation.author;
    was jsonb;
    is_now jsonb := to_jsonb(new) - 'author' - 'written' - 'extent' - 'made_feature';
begin
    if tg_op = 'UPDATE' then
        was := to_jsonb(old) - 'author' - 'written' - 'extent' - 'made_feature';
        if was = is_now then return null; end if;
    end if;
    select * into maker from observation.author a where a.id = new.author;
    perform access.trail(case tg_op when 'INSERT' then 'add' else 'change' end, 'observation.' || tg_table_name, new.id::text,
        was::text, is_now::text,
        -- the row holds both states, so it is seen by those only who may see both
        case when coalesce(was ->> 'visibility', 'public') like 'national%' then was ->> 'visibility'
            when coalesce(is_now ->> 'visibility', 'public') like 'national%' then is_now ->> 'visibility'
            when 'shared' in (was ->> 'visibility', is_now ->> 'visibility') then 'shared' else
            case tg_table_name when 'historical_location' then (select t.visibility from observation.thing t
                where t.id = (is_now ->> 'thing')::integer) else 'public' end end,
        maker.name, observation.means(maker.kind), maker.address);
    return null;
end $$;

create or replace function observation.trail_deleted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    maker observation.author;
begin
    select * into maker from observation.author a where a.id = new.replaced_by;
    perform access.trail('remove', 'observation.' || new.kind, new.id::text,
        (new.body - 'author' - 'written' - 'extent' - 'made_feature')::text, null,
        case new.kind when 'historical_location' then 'administration' else coalesce(new.body ->> 'visibility', 'public') end,
        maker.name, observation.means(maker.kind), maker.address);
    return null;
end $$;

create or replace function observation.trail_written() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    t record;
begin
    for t in with w as (update observation.written set trailed = true where not trailed returning *)
        select a.name, a.kind, a.address, count(*) as transactions, sum(w.last_id - w.first_id + 1) as observations,
            min(w.first_id) as first_id, max(w.last_id) as last_id, min(w.at) as first_at, max(w.at) as last_at,
            encode(sha256(convert_to(string_agg(w.first_id || '-' || w.last_id || ' ', '' order by w.first_id), 'UTF8')), 'hex') as hash
        from w join observation.author a on a.id = w.author group by a.id order by a.id
    loop
        perform access.trail('write', 'observation.observation', t.first_id || '-' || t.last_id, null, jsonb_build_object(
            'transactions', t.transactions, 'observations', t.observations, 'from', t.first_at, 'to', t.last_at, 'sha256', t.hash)::text,
            'administration', t.name, observation.means(t.kind), t.address);
    end loop;
    for t in with f as (update observation.former set trailed = true where kind = 'observation' and not trailed returning *)
        select a.name, a.kind, a.address, f.deleted, count(*) as observations, min(f.id) as first_id, max(f.id) as last_id,
            min(f.valid_to) as first_at, max(f.valid_to) as last_at,
            encode(sha256(convert_to(string_agg(f.body::text, E'\n' order by f.id, f.valid_to), 'UTF8')), 'hex') as hash
        from f join observation.author a on a.id = f.replaced_by group by a.id, f.deleted order by a.id, f.deleted
    loop
        perform access.trail(case when t.deleted then 'remove' else 'change' end, 'observation.observation',
            t.first_id || '-' || t.last_id, jsonb_build_object('observations', t.observations, 'from', t.first_at,
            'to', t.last_at, 'sha256', t.hash)::text, null, 'administration', t.name, observation.means(t.kind), t.address);
    end loop;
    delete from observation.folded f where f.id = new.id;
    return null;
end $$;
