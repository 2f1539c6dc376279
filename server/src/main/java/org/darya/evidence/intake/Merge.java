package org.darya.evidence.intake;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the staged rows of an import into the tables, set by set. Belongs in the transaction of the import. */
final class Merge {
    private final JdbcClient jdbc;
    private final long id;
    private final String office;

    Merge(JdbcClient jdbc, long id, String office) {
        this.jdbc = jdbc;
        this.id = id;
        this.office = office;
    }

    static void createStage(JdbcClient jdbc) {
        // the datasets of a programme are imported one after the other in one transaction
        jdbc.sql("drop table if exists stage, repeated, news").update();
        jdbc.sql("""
                create temporary table stage (
                    nr bigint, file integer, line bigint, col integer,
                    series text, period text, first_day date, last_day date,
                    value numeric, power smallint, status text, flag text, footnote text,
                    indicator text, dimensions jsonb, unit text, titles jsonb,
                    reason text, maybe text
                ) on commit drop""").update();
    }

    /** What came of the staged rows. */
    record Counts(long series, long added, long changed, long unchanged, long rejected) {}

    Counts run() {
        jdbc.sql("analyze stage").update();
        refuseContradictions();
        refuseRepetitions();
        long rejected = jdbc.sql("""
                        insert into evidence.rejected
                        select :id, nr, file, line, col, reason, maybe from stage where reason is not null""").param("id", id).update();
        writeSeries();
        jdbc.sql("""
                        create temporary table news on commit drop as
                        select s.nr, v.series is null as added
                        from stage s left join evidence.value v using (series, period)
                        where s.reason is null and (v.series is null
                            or (v.value, v.power, v.status, v.flag, v.footnote)
                            is distinct from (s.value, s.power, s.status, s.flag, s.footnote))""").update();
        long changed = keepFormer();
        long written = writeValues();
        long series = count("select count(distinct series) from stage where reason is null");
        long all = count("select count(*) from stage where reason is null");
        return new Counts(series, written - changed, changed, all - written, rejected);
    }

    /** Two numbers for one thing: neither is chosen, both are told. */
    private void refuseContradictions() {
        jdbc.sql("""
                        create temporary table repeated on commit drop as
                        select series, period, min(nr) as first,
                            count(distinct (value, power, status)) > 1 as contradicted
                        from stage where reason is null group by series, period having count(*) > 1""").update();
        jdbc.sql("""
                        update stage s set
                            reason = format('Two rows disagree about %s: this one says %s, %s line %s says %s.', s.period,
                                coalesce(s.value::text, s.status), f.path, o.line, coalesce(o.value::text, o.status)),
                            maybe = 'Maybe one of the two belongs to another area, group or unit; neither is stored.'
                        from repeated r, evidence.import_file f,
                            lateral (select x.* from stage x
                                where x.series = r.series and x.period = r.period and x.nr = r.first) a,
                            lateral (select x.* from stage x
                                where x.series = r.series and x.period = r.period
                                    and (x.value, x.power, x.status) is distinct from (a.value, a.power, a.status)
                                order by x.nr limit 1) b,
                            stage o
                        where r.contradicted and s.series = r.series and s.period = r.period and s.reason is null
                            and o.series = r.series and o.period = r.period
                            and o.nr = case when (s.value, s.power, s.status)
                                is distinct from (a.value, a.power, a.status) then a.nr else b.nr end
                            and f.import = :id and f.nr = o.file""").param("id", id).update();
    }

    private void refuseRepetitions() {
        jdbc.sql("""
                        update stage s set
                            reason = format('The row repeats %s line %s: %s, %s.', f.path, o.line, s.period,
                                coalesce(s.value::text, s.status)),
                            maybe = 'Maybe it was pasted twice; the first of the two is stored.'
                        from repeated r, stage o, evidence.import_file f
                        where not r.contradicted and s.series = r.series and s.period = r.period and s.nr <> r.first
                            and s.reason is null and o.nr = r.first and f.import = :id and f.nr = o.file""").param("id", id).update();
    }

    private void writeSeries() {
        jdbc.sql("""
                        insert into evidence.series
                        select distinct on (series) series, :office, indicator, dimensions, unit, titles
                        from stage s
                        where indicator is not null and exists
                            (select from stage x where x.series = s.series and x.reason is null)
                        order by series, nr
                        on conflict (id) do update set titles = excluded.titles
                        where series.titles <> excluded.titles and excluded.titles <> '{}'""").param("office", office).update();
    }

    private long keepFormer() {
        return jdbc.sql("""
                        insert into evidence.former_value
                        select v.*, :id
                        from evidence.value v join stage s using (series, period) join news n on n.nr = s.nr
                        where not n.added""").param("id", id).update();
    }

    private long writeValues() {
        return jdbc.sql("""
                        insert into evidence.value
                        select series, period, first_day, last_day, value, power, status, flag, footnote, :id, file, line
                        from stage join news using (nr) order by series, period
                        on conflict (series, period) do update set
                            value = excluded.value, power = excluded.power, status = excluded.status,
                            flag = excluded.flag, footnote = excluded.footnote,
                            import = excluded.import, file = excluded.file, line = excluded.line""").param("id", id).update();
    }

    /** A dataset is whole: the series it has are those of this import, and what it no longer has no longer holds. */
    void dataset(String dataset) {
        String gone = """
                from evidence.value v join evidence.import i on i.id = v.import
                where i.dataset = :dataset and not exists
                    (select from stage s where s.series = v.series and s.period = v.period and s.reason is null)""";
        jdbc.sql("insert into evidence.former_value select v.*, :id " + gone)
                .param("id", id)
                .param("dataset", dataset)
                .update();
        jdbc.sql("delete from evidence.value where (series, period) in (select v.series, v.period " + gone + ")")
                .param("dataset", dataset)
                .update();
        jdbc.sql("delete from evidence.dataset_series where dataset = :dataset")
                .param("dataset", dataset)
                .update();
        jdbc.sql("""
                        insert into evidence.dataset_import (dataset, office, sha256, import)
                        select :dataset, :office, f.sha256, f.import from evidence.import_file f where f.import = :id
                        on conflict (dataset) do update set
                            office = excluded.office, sha256 = excluded.sha256, import = excluded.import""")
                .param("dataset", dataset)
                .param("office", office)
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into evidence.dataset_series
                        select distinct :dataset, series from stage where reason is null""").param("dataset", dataset).update();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
