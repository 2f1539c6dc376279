-- One row of the trail to an import, with what came of it and the bytes it came from: the SHA-256 of the file, or of the lines
-- "hash  path" of all files in their order.
create function evidence.trail_import() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    files integer;
    hash text;
    done evidence.import;
begin
    select * into done from evidence.import where id = new.id;
    select count(*), case count(*) when 1 then min(f.sha256) else encode(sha256(convert_to(
            coalesce(string_agg(f.sha256 || '  ' || f.path || E'\n', '' order by f.nr), ''), 'UTF8')), 'hex') end
        into files, hash from evidence.import_file f where f.import = new.id;
    perform access.trail('import', 'evidence.import', new.id::text, null, jsonb_build_object('format', done.format,
        'office', done.office, 'licence', done.licence, 'source', done.source, 'dataset', done.dataset, 'files', files,
        'sha256', hash, 'series', done.series, 'added', done.added, 'changed', done.changed, 'unchanged', done.unchanged,
        'rejected', done.rejected, 'unread', done.unread)::text, 'administration');
    return null;
end $$;
create constraint trigger trail after insert on evidence.import deferrable initially deferred
    for each row execute function evidence.trail_import();

-- One to a version of an indicator; what it was computed from stands in the version, which is never changed.
create function evidence.trail_version() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    seen text;
begin
    select v.visibility into seen from evidence.version v where (v.indicator, v.id) = (new.indicator, new.id);
    perform access.trail('compute', 'evidence.version', new.indicator || '/' || new.id, null,
        jsonb_build_object('method', new.method, 'version', new.method_version)::text, coalesce(seen, new.visibility));
    return null;
end $$;
create constraint trigger trail after insert on evidence.version deferrable initially deferred
    for each row execute function evidence.trail_version();
