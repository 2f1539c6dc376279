-- Every stream has its row from its beginning: whoever wants something of many streams at once goes out from these rows, which
-- lie on a cluster where the observations of their stream lie.
insert into observation.extent (datastream, n) select id, 0 from observation.datastream on conflict do nothing;

-- The newest observation of a stream, for statements that begin with tables of the coordinator. Who calls sees what it may see.
create function observation.latest_of(stream integer) returns setof observation.observation language plpgsql stable
    rows 1 set plan_cache_mode = force_generic_plan as $$
begin
    return query select o.* from observation.observation o where o.datastream = stream
        order by o.phenomenon_time desc, o.id desc limit 1;
end $$;
