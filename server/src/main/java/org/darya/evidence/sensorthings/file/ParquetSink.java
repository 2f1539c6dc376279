package org.darya.evidence.sensorthings.file;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.darya.evidence.sensorthings.time.Instants;
import org.jspecify.annotations.Nullable;

/**
 * Writes observations as Parquet. Times are microseconds in UTC; {@code result} holds numbers, {@code resultText} what a
 * double does not say. The metadata {@code darya.datastreams} names the streams, their units and observed properties.
 */
final class ParquetSink implements ExportedRow.Sink {
    static final MessageType SCHEMA = Types.buildMessage()
            .required(INT64)
            .named("datastream")
            .required(INT64)
            .as(timestampType(true, MICROS))
            .named("phenomenonTimeStart")
            .optional(INT64)
            .as(timestampType(true, MICROS))
            .named("phenomenonTimeEnd")
            .optional(INT64)
            .as(timestampType(true, MICROS))
            .named("resultTime")
            .optional(DOUBLE)
            .named("result")
            .optional(BINARY)
            .as(stringType())
            .named("resultText")
            .optional(BINARY)
            .as(stringType())
            .named("resultQuality")
            .optional(BINARY)
            .as(stringType())
            .named("validTime")
            .required(INT64)
            .named("id")
            .named("observation");

    private final ParquetFile file;

    ParquetSink(Path path, String streams) throws IOException {
        file = new ParquetFile(path, SCHEMA, Map.of("darya.datastreams", streams));
    }

    @Override
    public void take(ExportedRow row) throws IOException {
        ColumnWriteStore columns = file.columns();
        column(columns, 0).write((long) row.stream(), 0, 0);
        column(columns, 1).write(row.time().start(), 0, 0);
        instant(column(columns, 2), row.time().end());
        instant(column(columns, 3), row.resultTime());
        ColumnWriter result = column(columns, 4);
        Double number = row.number();
        if (number == null) {
            result.writeNull(0, 0);
        } else {
            result.write(number.doubleValue(), 0, 1);
        }
        text(column(columns, 5), row.kept());
        text(column(columns, 6), row.quality());
        text(column(columns, 7), row.validTime());
        column(columns, 8).write(row.id(), 0, 0);
        file.endRecord();
    }

    private static ColumnWriter column(ColumnWriteStore columns, int at) {
        return columns.getColumnWriter(SCHEMA.getColumns().get(at));
    }

    private static void instant(ColumnWriter column, long micros) {
        if (micros == Instants.NONE) {
            column.writeNull(0, 0);
        } else {
            column.write(micros, 0, 1);
        }
    }

    private static void text(ColumnWriter column, @Nullable String text) {
        if (text == null) {
            column.writeNull(0, 0);
        } else {
            column.write(Binary.fromString(text), 0, 1);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
