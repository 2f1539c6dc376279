-- Records leave their own rows. This one tells what the files are as a whole: their comments and order too, the datasets and the
-- words for codes, by the fingerprint of the folder.
create function programme.trail_load() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        perform access.trail('load', 'programme.loaded', new.id, null, new.fingerprint, 'administration');
    elsif (old.id, old.fingerprint) is distinct from (new.id, new.fingerprint) then
        perform access.trail('load', 'programme.loaded', new.id, old.fingerprint, new.fingerprint, 'administration');
    end if;
    return null;
end $$;
create constraint trigger trail after insert or update on programme.loaded deferrable initially deferred
    for each row execute function programme.trail_load();
