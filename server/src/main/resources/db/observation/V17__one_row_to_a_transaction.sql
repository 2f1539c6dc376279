-- A transaction that writes observations left two rows beside them, one in the journal for the kept counts and one that says who
-- wrote which ids and when; that took as long as the observations themselves. Now the row of the journal says both, and what it says
-- of the author comes into "written" when the journal is folded, some hundred rows at a time.

-- What lies in the journal is folded first, as the server does it, and told in the trail.
with j as (delete from observation.journal returning *),
    s as (select u.d, sum(u.n) as n, min(observation.instant(u.pf)) as pf, max(observation.instant(u.pt)) as pt,
              min(observation.instant(u.rf)) as rf, max(observation.instant(u.rt)) as rt
          from j, unnest(j.datastreams, j.counts, j.phenomenon_froms, j.phenomenon_tos, j.result_froms, j.result_tos)
              u (d, n, pf, pt, rf, rt) group by u.d),
    y as (select u.day, sum(u.n) as n from j, unnest(j.days, j.day_counts) u (day, n) group by u.day),
    e as (insert into observation.extent as x select d, n, pf, pt, rf, rt from s order by d
          on conflict (datastream) do update set n = x.n + excluded.n,
              phenomenon_from = least(x.phenomenon_from, excluded.phenomenon_from),
              phenomenon_to = greatest(x.phenomenon_to, excluded.phenomenon_to),
              result_from = least(x.result_from, excluded.result_from),
              result_to = greatest(x.result_to, excluded.result_to))
insert into observation.tally as x select day, n from y order by day
    on conflict (day) do update set n = x.n + excluded.n;
set constraints all immediate;

alter table observation.journal drop column id, add first_id bigint primary key, add last_id bigint not null,
    add author integer not null, add at timestamptz not null default clock_timestamp();

-- Authors are never deleted and the server writes none but those it has just found: asking for each row whether its author is there
-- took a fourteenth of what the database did for an observation.
alter table observation.written drop constraint written_author_fkey, drop column trailed;
create function observation.keep_author() returns trigger language plpgsql as $$
begin
    raise exception 'author % is named by what was written', old.id;
end $$;
create trigger keep before delete on observation.author for each row execute function observation.keep_author();

-- Both together: what is folded, and what waits for it. No value, name or stream; read as its owner, since the journal hides itself
-- from those from whom a stream is hidden.
create view observation.written_now as
    select first_id, last_id, author, at from observation.written
    union all
    select first_id, last_id, author, at from observation.journal;

-- A fold leaves a row for each author here, and one for what was changed or deleted; all are gone when the transaction ends.
alter table observation.folded add author integer, add transactions bigint, add observations numeric, add first_id bigint,
    add last_id bigint, add first_at timestamptz, add last_at timestamptz, add hash text;

create or replace function observation.trail_fold() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    insert into observation.written (first_id, last_id, author, at)
        select g.first_id, g.last_id, g.author, g.at from gone g order by g.first_id;
    insert into observation.folded (author, transactions, observations, first_id, last_id, first_at, last_at, hash)
        select g.author, count(*), sum(g.last_id - g.first_id + 1), min(g.first_id), max(g.last_id), min(g.at), max(g.at),
            encode(sha256(convert_to(string_agg(g.first_id || '-' || g.last_id || ' ', '' order by g.first_id), 'UTF8')), 'hex')
        from gone g group by g.author order by g.author;
    insert into observation.folded default values;
    return null;
end $$;
drop trigger trail on observation.journal;
create trigger trail after delete on observation.journal referencing old table as gone for each statement
    execute function observation.trail_fold();

-- The hash of what was changed is that of the rows as JSON, with their times in UTC.
create or replace function observation.trail_written() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
    maker observation.author;
    t record;
begin
    delete from observation.folded f where f.id = new.id;
    if new.author is not null then
        select * into maker from observation.author a where a.id = new.author;
        perform access.trail('write', 'observation.observation', new.first_id || '-' || new.last_id, null, jsonb_build_object(
            'transactions', new.transactions, 'observations', new.observations, 'from', new.first_at, 'to', new.last_at,
            'sha256', new.hash)::text, 'administration', maker.name, observation.means(maker.kind), maker.address);
        return null;
    end if;
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
    return null;
end $$;

create or replace function observation.trail_load() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    ids record;
begin
    select min(w.first_id) as first_id, max(w.last_id) as last_id, coalesce(sum(w.last_id - w.first_id + 1), 0) as observations
        into ids from observation.written_now w join observation.author a on a.id = w.author
        where a.kind = 'import' and a.name like '% ' || left(new.sha256, 12);
    perform access.trail(case tg_op when 'INSERT' then 'begin-import' else 'import' end, 'observation.load', left(new.sha256, 12),
        null, jsonb_build_object('path', new.path, 'sha256', new.sha256, 'rows', new.rows_done, 'observations', ids.observations,
        'first', ids.first_id, 'last', ids.last_id)::text, 'administration');
    return null;
end $$;
