-- Rows without a visibility of their own are seen by those who see what they belong to: a stream, a thing, a place. Few of these
-- are hidden from anybody, so each function lists what is hidden from the present caller, once for each statement, and rows are
-- looked up in that. What was deleted counts too: its former rows are still read by $as_of. The functions belong to the owner of
-- the tables, whom no row is hidden from; to the caller a hidden row is not there, so that it could not be listed.
create index former_hidden on observation.former (kind) where deleted and body ->> 'visibility' <> 'public';

create function observation.hidden_streams() returns setof integer language plpgsql stable parallel safe security definer
    rows 10 set search_path = pg_catalog, pg_temp as $$
begin
    return query select d.id from observation.datastream d where d.visibility <> 'public' and not access.sees(d.visibility)
        union all
        select f.id::integer from observation.former f where f.deleted and f.kind = 'datastream'
            and f.body ->> 'visibility' <> 'public' and not access.sees(f.body ->> 'visibility');
end $$;

create function observation.hidden_things() returns setof integer language plpgsql stable parallel safe security definer
    rows 10 set search_path = pg_catalog, pg_temp as $$
begin
    return query select t.id from observation.thing t where t.visibility <> 'public' and not access.sees(t.visibility)
        union all
        select f.id::integer from observation.former f where f.deleted and f.kind = 'thing'
            and f.body ->> 'visibility' <> 'public' and not access.sees(f.body ->> 'visibility');
end $$;

create function observation.hidden_locations() returns setof integer language plpgsql stable parallel safe security definer
    rows 10 set search_path = pg_catalog, pg_temp as $$
begin
    return query select l.id from observation.location l where l.visibility <> 'public' and not access.sees(l.visibility);
end $$;

-- Whether the connection is this room's own writer, or another that sees everything; asked once for each statement.
create function observation.sees_all() returns boolean language sql stable parallel safe
    return coalesce(current_setting('darya.sees', true), '') = '*';

alter table observation.observation enable row level security;
create policy seen on observation.observation using ((select observation.sees_all())
    or datastream not in (select observation.hidden_streams()));

alter table observation.datastream_feature enable row level security;
create policy seen on observation.datastream_feature using ((select observation.sees_all())
    or datastream not in (select observation.hidden_streams()));

alter table observation.datastream_property enable row level security;
create policy seen on observation.datastream_property using ((select observation.sees_all())
    or datastream not in (select observation.hidden_streams()));

alter table observation.thing_location enable row level security;
create policy seen on observation.thing_location using ((select observation.sees_all())
    or thing not in (select observation.hidden_things()) and location not in (select observation.hidden_locations()));

alter table observation.historical_location enable row level security;
create policy seen on observation.historical_location using ((select observation.sees_all())
    or thing not in (select observation.hidden_things()));

-- whose thing is hidden is not there, and a link to it is none
alter table observation.historical_location_location enable row level security;
create policy seen on observation.historical_location_location using ((select observation.sees_all())
    or location not in (select observation.hidden_locations())
        and exists (select 1 from observation.historical_location h where h.id = historical_location));

alter table observation.extent enable row level security;
create policy seen on observation.extent using ((select observation.sees_all())
    or datastream not in (select observation.hidden_streams()));

-- Sums over all streams, and rows that tell of several: of use to those only from whom nothing is hidden.
alter table observation.tally enable row level security;
create policy seen on observation.tally using ((select observation.sees_all())
    or not exists (select 1 from observation.hidden_streams()));
alter table observation.journal enable row level security;
create policy seen on observation.journal using ((select observation.sees_all())
    or not exists (select 1 from observation.hidden_streams()));

-- Of extent and journal together; the view reads them as their owner, so it holds to the rule itself.
create or replace view observation.extent_now as
    select datastream, sum(n)::bigint as n, min(phenomenon_from) as phenomenon_from, max(phenomenon_to) as phenomenon_to,
        min(result_from) as result_from, max(result_to) as result_to
    from (select datastream, n, phenomenon_from, phenomenon_to, result_from, result_to from observation.extent
          union all
          select u.datastream, u.n, observation.instant(u.pf), observation.instant(u.pt), observation.instant(u.rf),
              observation.instant(u.rt)
          from observation.journal j, unnest(j.datastreams, j.counts, j.phenomenon_froms, j.phenomenon_tos,
              j.result_froms, j.result_tos) u (datastream, n, pf, pt, rf, rt)) e
    where (select observation.sees_all()) or datastream not in (select observation.hidden_streams())
    group by datastream;

-- What a row held is seen by those who saw the row.
drop policy room on observation.former;
create policy seen on observation.former using ((select observation.sees_all())
    or case kind when 'observation' then datastream not in (select observation.hidden_streams())
        when 'historical_location' then (body ->> 'thing')::integer not in (select observation.hidden_things())
        else coalesce(body ->> 'visibility', 'public') = 'public'
            or body ->> 'visibility' = any (string_to_array(current_setting('darya.sees', true), ',')) end);

-- Names of accounts and of files: for the writers alone.
alter table observation.author enable row level security;
create policy room on observation.author using ((select observation.sees_all()));
alter table observation.load enable row level security;
create policy room on observation.load using ((select observation.sees_all()));

-- Many rows come by COPY, which no table with rules for rows takes: they are put into the parts. A part has no rules of its own,
-- so nobody but the owner may read one or change what is in it; whoever may insert into the whole may insert into a part.
create or replace function observation.make_part(part text, first text, next text) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    if part !~ '^observation_[a-z0-9_]{1,30}$' or first !~ '^([0-9]{4}|minvalue)$' or next !~ '^([0-9]{4}|maxvalue)$' then
        raise exception 'no such part: % % %', part, first, next;
    end if;
    execute format('create table if not exists observation.%I partition of observation.observation for values from (%s) to (%s)',
        part,
        case first when 'minvalue' then first else quote_literal(first || '-01-01 00:00:00+00') end,
        case next when 'maxvalue' then next else quote_literal(next || '-01-01 00:00:00+00') end);
    perform observation.close_parts();
end $$;

create function observation.close_parts() returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    t record;
begin
    for t in select p.oid::regclass as part, g.grantee::regrole as writer
             from pg_inherits i join pg_class p on p.oid = i.inhrelid join pg_class whole on whole.oid = i.inhparent
             cross join lateral aclexplode(whole.relacl) g
             where i.inhparent = 'observation.observation'::regclass and g.privilege_type = 'INSERT'
                 and g.grantee <> whole.relowner and g.grantee <> 0
                 and (not has_table_privilege(g.grantee, p.oid, 'INSERT')
                      or has_table_privilege(g.grantee, p.oid, 'SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'))
    loop
        execute format('revoke all on %s from %s', t.part, t.writer);
        execute format('grant insert on %s to %s', t.part, t.writer);
    end loop;
end $$;
revoke execute on function observation.close_parts() from public;
