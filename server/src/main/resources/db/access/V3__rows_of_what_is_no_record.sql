-- A row of the trail about something that is no record, told by a trigger of another room. Triggers wait for the end of the
-- transaction: who holds the end of the trail waits for nobody then, so that two changes never wait for each other.
create function access.trail(action text, what text, record text, before text, after text, visibility text, who text default null,
    means text default null) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into access.audit (account, who, means, address, action, what, record, before, after, why, visibility)
    values (case when trail.who is null then access.setting('account')::bigint
                when trail.means in ('session', 'token') then (select a.id from access.account a where a.name = trail.who) end,
        coalesce(trail.who, access.setting('who'), session_user), coalesce(trail.means, access.setting('means'), 'database'),
        coalesce(access.setting('address'), ''), trail.action, trail.what, trail.record, trail.before, trail.after,
        coalesce(access.setting('why'), ''), trail.visibility);
end $$;
