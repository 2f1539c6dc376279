-- A part that was created as one locked the whole table against everybody. Two who had looked into it, a server and an import, and both
-- needed a part then waited for each other. A table of its own that is attached lets readers and writers go on; who makes one takes
-- the lock of those who change kept numbers, so that the two locks have no order to be taken in.
create or replace function observation.make_part(part text, first text, next text) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    if part !~ '^observation_[a-z0-9_]{1,30}$' or first !~ '^([0-9]{4}|minvalue)$' or next !~ '^([0-9]{4}|maxvalue)$' then
        raise exception 'no such part: % % %', part, first, next;
    end if;
    perform pg_advisory_xact_lock(hashtext('observation.fold'));
    if to_regclass(format('observation.%I', part)) is not null then
        return; -- somebody else's, who was quicker
    end if;
    execute format('create table observation.%I (like observation.observation including defaults including constraints'
        || ' including storage including compression)', part);
    execute format('alter table observation.observation attach partition observation.%I for values from (%s) to (%s)', part,
        case first when 'minvalue' then first else quote_literal(first || '-01-01 00:00:00+00') end,
        case next when 'maxvalue' then next else quote_literal(next || '-01-01 00:00:00+00') end);
    perform observation.close_parts();
end $$;
