-- How an author came in, in the words of the trail.
create function observation.means(kind text) returns text language sql immutable
    return case kind when 'account' then 'session' when 'import' then 'command' else kind end;

-- Stations, streams, sensors and the like leave a row of the trail each time they are made, changed or deleted. Who did it is the
-- author that the row itself names; who deletes is named by the former row.
create function observation.trail_entity() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
        maker.name, observation.means(maker.kind));
    return null;
end $$;

create function observation.trail_deleted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    maker observation.author;
begin
    select * into maker from observation.author a where a.id = new.replaced_by;
    perform access.trail('remove', 'observation.' || new.kind, new.id::text,
        (new.body - 'author' - 'written' - 'extent' - 'made_feature')::text, null,
        case new.kind when 'historical_location' then 'administration' else coalesce(new.body ->> 'visibility', 'public') end,
        maker.name, observation.means(maker.kind));
    return null;
end $$;
create constraint trigger trail after insert on observation.former deferrable initially deferred
    for each row when (new.deleted and new.kind <> 'observation') execute function observation.trail_deleted();

do $$
declare
    entity text;
begin
    foreach entity in array array['party', 'license', 'thing', 'feature', 'location', 'historical_location', 'sensor',
        'observed_property', 'datastream'] loop
        execute format('create constraint trigger trail after insert or update on observation.%I deferrable initially deferred'
            || ' for each row execute function observation.trail_entity()', entity);
    end loop;
end $$;

-- Observations come by the thousand a second, and who writes into the trail waits for the one before: so they are told of
-- together, by author, each time the journal is folded - after some hundred transactions, or as soon as writers rest. The row
-- names how many were written in which ranges of ids and when, and carries the SHA-256 of those ranges. What was changed or
-- deleted is told of in the same way, from the former rows.
alter table observation.written add trailed boolean not null default true;
alter table observation.written alter trailed set default false;
create index on observation.written (author) where not trailed;
alter table observation.former add trailed boolean not null default true;
alter table observation.former alter trailed set default false;
create index on observation.former (replaced_by) where kind = 'observation' and not trailed;

-- A fold leaves a row here, which is gone when the transaction ends: only then is the end of the trail taken.
create table observation.folded (
    id bigint generated always as identity primary key
);
alter table observation.folded enable row level security;
create policy room on observation.folded using ((select observation.sees_all()));
create function observation.trail_fold() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into observation.folded default values;
    return null;
end $$;
create trigger trail after delete on observation.journal for each statement execute function observation.trail_fold();

create function observation.trail_written() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    t record;
begin
    for t in with w as (update observation.written set trailed = true where not trailed returning *)
        select a.name, a.kind, count(*) as transactions, sum(w.last_id - w.first_id + 1) as observations,
            min(w.first_id) as first_id, max(w.last_id) as last_id, min(w.at) as first_at, max(w.at) as last_at,
            encode(sha256(convert_to(string_agg(w.first_id || '-' || w.last_id || ' ', '' order by w.first_id), 'UTF8')), 'hex') as hash
        from w join observation.author a on a.id = w.author group by a.id order by a.id
    loop
        perform access.trail('write', 'observation.observation', t.first_id || '-' || t.last_id, null, jsonb_build_object(
            'transactions', t.transactions, 'observations', t.observations, 'from', t.first_at, 'to', t.last_at, 'sha256', t.hash)::text,
            'administration', t.name, observation.means(t.kind));
    end loop;
    for t in with f as (update observation.former set trailed = true where kind = 'observation' and not trailed returning *)
        select a.name, a.kind, f.deleted, count(*) as observations, min(f.id) as first_id, max(f.id) as last_id,
            min(f.valid_to) as first_at, max(f.valid_to) as last_at,
            encode(sha256(convert_to(string_agg(f.body::text, E'\n' order by f.id, f.valid_to), 'UTF8')), 'hex') as hash
        from f join observation.author a on a.id = f.replaced_by group by a.id, f.deleted order by a.id, f.deleted
    loop
        perform access.trail(case when t.deleted then 'remove' else 'change' end, 'observation.observation',
            t.first_id || '-' || t.last_id, jsonb_build_object('observations', t.observations, 'from', t.first_at,
            'to', t.last_at, 'sha256', t.hash)::text, null, 'administration', t.name, observation.means(t.kind));
    end loop;
    delete from observation.folded f where f.id = new.id;
    return null;
end $$;
create constraint trigger trail after insert on observation.folded deferrable initially deferred
    for each row execute function observation.trail_written();

-- A file that is loaded by the command line: when it begins, for what it brought stays where it is broken off, and when it is done.
create function observation.trail_load() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    ids record;
begin
    select min(w.first_id) as first_id, max(w.last_id) as last_id, coalesce(sum(w.last_id - w.first_id + 1), 0) as observations
        into ids from observation.written w join observation.author a on a.id = w.author
        where a.kind = 'import' and a.name like '% ' || left(new.sha256, 12);
    perform access.trail(case tg_op when 'INSERT' then 'begin-import' else 'import' end, 'observation.load', left(new.sha256, 12),
        null, jsonb_build_object('path', new.path, 'sha256', new.sha256, 'rows', new.rows_done, 'observations', ids.observations,
        'first', ids.first_id, 'last', ids.last_id)::text, 'administration');
    return null;
end $$;
create constraint trigger trail_begun after insert on observation.load deferrable initially deferred
    for each row execute function observation.trail_load();
create constraint trigger trail_done after update of finished on observation.load deferrable initially deferred
    for each row execute function observation.trail_load();
