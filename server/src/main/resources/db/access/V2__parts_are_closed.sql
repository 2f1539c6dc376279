-- Puts the guards on every table, and what else a room asks for that has tables made as they are needed.
create function access.guard_all(application text, schemas text[]) returns void language plpgsql as $$
begin
    perform access.guard(application, schemas);
    if to_regprocedure('observation.close_parts()') is not null then
        perform observation.close_parts();
    end if;
end $$;
revoke execute on function access.guard_all(text, text[]) from public;
