-- What observations held lies in a table of its own, beside them: on a cluster both are spread by their stream, and what held at a
-- past moment is found on each machine by itself. A row of valid_from 'infinity' never held: it says that the observation came
-- into this stream at valid_to, out of another.
create table observation.former_observation (
    id bigint not null,
    phenomenon_time timestamptz not null,
    result double precision,
    datastream integer not null,
    feature integer not null,
    result_time timestamptz,
    phenomenon_end timestamptz,
    detail jsonb,
    valid_from timestamptz not null,
    valid_to timestamptz not null default clock_timestamp(),
    author integer not null,
    replaced_by integer not null,
    deleted boolean not null,
    trailed boolean not null default false
);
insert into observation.former_observation
    select o.*, f.valid_from, f.valid_to, f.author, f.replaced_by, f.deleted, f.trailed
    from observation.former f, jsonb_populate_record(null::observation.observation, f.body) o where f.kind = 'observation';
delete from observation.former where kind = 'observation';
create index on observation.former_observation (datastream, id, valid_to);
create index on observation.former_observation (datastream, valid_to);
create index on observation.former_observation (replaced_by) where not trailed;
alter table observation.former_observation enable row level security;
create policy seen on observation.former_observation using ((select observation.sees_all())
    or datastream not in (select observation.hidden_streams()));

-- What was in former for observations alone goes.
drop policy seen on observation.former;
drop index observation.former_datastream_valid_to_idx, observation.former_replaced_by_idx;
alter table observation.former drop column datastream, drop column trailed;
create policy seen on observation.former using ((select observation.sees_all())
    or case kind when 'historical_location' then (body ->> 'thing')::integer not in (select observation.hidden_things())
        else coalesce(body ->> 'visibility', 'public') = 'public'
            or body ->> 'visibility' = any (string_to_array(current_setting('darya.sees', true), ',')) end);

-- As before, with the former observations at their new place; what never held is told of by the row that moved. The hash is that of
-- the rows as JSON, with their times in UTC.
create or replace function observation.trail_written() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
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
    for t in with f as (update observation.former_observation set trailed = true where not trailed returning *)
        select a.name, a.kind, a.address, f.deleted, count(*) as observations, min(f.id) as first_id, max(f.id) as last_id,
            min(f.valid_to) as first_at, max(f.valid_to) as last_at,
            encode(sha256(convert_to(string_agg(to_jsonb(row(f.id, f.phenomenon_time, f.result, f.datastream, f.feature, f.result_time,
                f.phenomenon_end, f.detail)::observation.observation)::text, E'\n' order by f.id, f.valid_to), 'UTF8')), 'hex') as hash
        from f join observation.author a on a.id = f.replaced_by group by a.id, f.deleted order by a.id, f.deleted
    loop
        perform access.trail(case when t.deleted then 'remove' else 'change' end, 'observation.observation',
            t.first_id || '-' || t.last_id, jsonb_build_object('observations', t.observations, 'from', t.first_at,
            'to', t.last_at, 'sha256', t.hash)::text, null, 'administration', t.name, observation.means(t.kind), t.address);
    end loop;
    delete from observation.folded f where f.id = new.id;
    return null;
end $$;
