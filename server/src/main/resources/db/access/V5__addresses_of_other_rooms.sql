-- From where something was written is told by the room that wrote, where it does not write by the connection of the caller.
drop function access.trail(text, text, text, text, text, text, text, text);
create function access.trail(action text, what text, record text, before text, after text, visibility text, who text default null,
    means text default null, address text default null) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into access.audit (account, who, means, address, action, what, record, before, after, why, visibility)
    values (case when trail.who is null then access.setting('account')::bigint
                when trail.means in ('session', 'token') then (select a.id from access.account a where a.name = trail.who) end,
        coalesce(trail.who, access.setting('who'), session_user), coalesce(trail.means, access.setting('means'), 'database'),
        coalesce(trail.address, access.setting('address'), ''), trail.action, trail.what, trail.record, trail.before, trail.after,
        coalesce(access.setting('why'), ''), trail.visibility);
end $$;
