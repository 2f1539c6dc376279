package org.darya.evidence.sensorthings.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.darya.evidence.sensorthings.StaProblem;
import org.darya.evidence.sensorthings.model.EntityType;
import org.darya.evidence.sensorthings.query.Options;
import org.darya.evidence.sensorthings.query.Options.Bucket;
import org.darya.evidence.sensorthings.query.ResourcePath;
import org.darya.evidence.sensorthings.read.Aggregation;
import org.darya.evidence.sensorthings.read.Aggregation.Row;
import org.darya.evidence.sensorthings.read.Reader;
import org.darya.evidence.sensorthings.time.Interval;

/** Aggregation over time ({@code $bucket}), an addition to the standard: JSON, dataArray or CSV. */
final class Buckets {
    private final Ask ask;
    private final Options options;
    private final Bytes out = new Bytes();

    Buckets(Ask ask, Options options) {
        this.ask = ask;
        this.options = options;
    }

    Answer answer(Connection connection, Reader reader, ResourcePath path, Bucket bucket) throws SQLException {
        if (path.type() != EntityType.OBSERVATION || path.last().one()) {
            throw StaProblem.bad("$bucket is for sets of Observations.", "Maybe add /Observations to the address.");
        }
        if (!options.orderBy().isEmpty()
                || !options.expand().isEmpty()
                || !options.select().isEmpty()) {
            throw StaProblem.bad(
                    "$bucket does not go with $orderby, $expand or $select.", "Maybe choose values with $aggregate.");
        }
        List<Row> rows = new Aggregation(connection, reader).rows(path, options, bucket);
        List<String> functions = bucket.functions();
        return switch (options.format()) {
            case JSON -> json(rows, functions);
            case CSV -> csv(rows, functions);
            case DATA_ARRAY -> dataArray(rows, functions);
            case GEOJSON -> throw StaProblem.bad("Aggregates have no place.", "Maybe CSV was meant.");
        };
    }

    private Answer json(List<Row> rows, List<String> functions) {
        out.raw("{\"value\":[");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            out.raw(i > 0 ? ",{" : "{").raw("\"phenomenonTime\":").time(row.time());
            for (String function : functions) {
                out.put(',').string(function).put(':');
                number(row, function);
            }
            out.raw(",\"Datastream@iot.navigationLink\":")
                    .string(stream(row.stream()))
                    .put('}');
        }
        out.raw("]}");
        return Answer.of(200, Answer.JSON, out);
    }

    private void number(Row row, String function) {
        if (function.equals("count")) {
            out.number(row.count());
            return;
        }
        Double value = row.value(function);
        if (value == null) {
            out.raw("null");
        } else {
            out.number(value);
        }
    }

    private String stream(int id) {
        return ask.root() + "/Datastreams(" + id + ")";
    }

    private Answer csv(List<Row> rows, List<String> functions) {
        out.raw("from,to,").raw(String.join(",", functions)).raw(",Datastream/id\r\n");
        for (Row row : rows) {
            Interval time = row.time();
            out.instant(time.start()).put(',').instant(time.last());
            for (String function : functions) {
                out.put(',');
                if (function.equals("count") || row.value(function) != null) {
                    number(row, function);
                }
            }
            out.put(',').number(row.stream()).raw("\r\n");
        }
        return Answer.of(200, "text/csv;charset=UTF-8", out);
    }

    private Answer dataArray(List<Row> rows, List<String> functions) {
        out.raw("{\"value\":[");
        int at = 0;
        while (at < rows.size()) {
            int end = at;
            while (end < rows.size() && rows.get(end).stream() == rows.get(at).stream()) {
                end++;
            }
            out.raw(at > 0 ? ",{" : "{")
                    .raw("\"Datastream@iot.navigationLink\":")
                    .string(stream(rows.get(at).stream()));
            out.raw(",\"components\":[\"phenomenonTime\"");
            functions.forEach(function -> out.put(',').string(function));
            out.raw("],\"dataArray@iot.count\":").number(end - at).raw(",\"dataArray\":[");
            for (int i = at; i < end; i++) {
                out.raw(i > at ? ",[" : "[").time(rows.get(i).time());
                for (String function : functions) {
                    out.put(',');
                    number(rows.get(i), function);
                }
                out.put(']');
            }
            out.raw("]}");
            at = end;
        }
        out.raw("]}");
        return Answer.of(200, Answer.JSON, out);
    }
}
