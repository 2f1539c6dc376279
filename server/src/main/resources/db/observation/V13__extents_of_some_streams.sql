-- What is known of some streams. The view above unpacks every row of the journal to answer for one of them; here rows that do not
-- name the streams are passed over. It reads as its owner, as the view does, and holds to the same rule.
create function observation.extents_of(streams integer[]) returns table (datastream integer, n bigint, phenomenon_from timestamptz,
        phenomenon_to timestamptz, result_from timestamptz, result_to timestamptz)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select e.datastream, sum(e.n)::bigint, min(e.phenomenon_from), max(e.phenomenon_to), min(e.result_from), max(e.result_to)
    from (select x.datastream, x.n, x.phenomenon_from, x.phenomenon_to, x.result_from, x.result_to
          from observation.extent x where x.datastream = any (streams)
          union all
          select u.datastream, u.n, observation.instant(u.pf), observation.instant(u.pt), observation.instant(u.rf),
              observation.instant(u.rt)
          from observation.journal j, unnest(j.datastreams, j.counts, j.phenomenon_froms, j.phenomenon_tos,
              j.result_froms, j.result_tos) u (datastream, n, pf, pt, rf, rt)
          where j.datastreams && streams and u.datastream = any (streams)) e
    where (select observation.sees_all()) or e.datastream not in (select observation.hidden_streams())
    group by e.datastream;
end $$;

-- Each writing transaction leaves a dead row in the journal within a second, and whoever asks for an extent reads past all of
-- them: they are to be swept as often as the server looks, whatever their number, and without a pause.
alter table observation.journal set (autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_threshold = 2000000000);
alter table observation.extent set (autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
