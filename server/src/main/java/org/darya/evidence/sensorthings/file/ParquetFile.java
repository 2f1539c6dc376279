package org.darya.evidence.sensorthings.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file (apache/parquet-format 2) of a flat schema, written row group by row group. The encoders are those of
 * parquet-column, which needs no Hadoop; only the frame around their pages, the part that does, is ours.
 */
final class ParquetFile implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** A row group is written once it takes so many bytes in memory or has so many rows; readers share the work by groups. */
    private static final long LARGEST_GROUP = 32 << 20;

    private static final long MOST_ROWS = 250_000;

    private static final int ROWS_BETWEEN_LOOKS = 1000;

    private final OutputStream out;
    private final MessageType schema;
    private final Map<String, String> about;
    private final ParquetProperties properties = ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .build();
    private final List<RowGroup> groups = new ArrayList<>();
    private Map<ColumnDescriptor, ParquetChunk> chunks = new LinkedHashMap<>();
    private ColumnWriteStore columns;
    private long at;
    private long rows;
    private long total;

    /** @param about what the footer holds besides, by key */
    ParquetFile(Path file, MessageType schema, Map<String, String> about) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.schema = schema;
        this.about = Map.copyOf(about);
        this.columns = begin();
        out.write(MAGIC);
        at = MAGIC.length;
    }

    private ColumnWriteStore begin() {
        var fresh = new LinkedHashMap<ColumnDescriptor, ParquetChunk>();
        schema.getColumns().forEach(column -> fresh.put(column, new ParquetChunk(column)));
        chunks = fresh;
        return properties.newColumnWriteStore(schema, new PageWriteStore() {
            @Override
            public @Nullable PageWriter getPageWriter(ColumnDescriptor column) {
                return fresh.get(column);
            }
        });
    }

    /** Where the values of the next row go, one for each column. */
    ColumnWriteStore columns() {
        return columns;
    }

    void endRecord() throws IOException {
        columns.endRecord();
        if (++rows % ROWS_BETWEEN_LOOKS == 0 && (rows >= MOST_ROWS || columns.getBufferedSize() > LARGEST_GROUP)) {
            group();
            columns = begin();
        }
    }

    private void group() throws IOException {
        columns.flush();
        columns.close();
        if (rows == 0) {
            return;
        }
        var written = new ArrayList<ColumnChunk>();
        long begun = at;
        long uncompressed = 0;
        for (ParquetChunk chunk : chunks.values()) {
            ColumnMetaData one = chunk.write(out, at);
            written.add(new ColumnChunk(at).setMeta_data(one));
            at += one.getTotal_compressed_size();
            uncompressed += one.getTotal_uncompressed_size();
        }
        groups.add(new RowGroup(written, uncompressed, rows)
                .setFile_offset(begun)
                .setTotal_compressed_size(at - begun)
                .setOrdinal((short) groups.size()));
        total += rows;
        rows = 0;
    }

    private List<SchemaElement> elements() {
        var elements = new ArrayList<SchemaElement>();
        elements.add(new SchemaElement(schema.getName()).setNum_children(schema.getFieldCount()));
        for (var field : schema.getFields()) {
            PrimitiveType type = field.asPrimitiveType();
            var element = new SchemaElement(type.getName())
                    .setType(ParquetChunk.type(type))
                    .setRepetition_type(
                            type.isRepetition(Repetition.REQUIRED)
                                    ? FieldRepetitionType.REQUIRED
                                    : FieldRepetitionType.OPTIONAL);
            switch (type.getLogicalTypeAnnotation()) {
                case StringLogicalTypeAnnotation _ ->
                    element.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
                case TimestampLogicalTypeAnnotation time ->
                    element.setConverted_type(ConvertedType.TIMESTAMP_MICROS)
                            .setLogicalType(LogicalType.TIMESTAMP(
                                    new TimestampType(time.isAdjustedToUTC(), TimeUnit.MICROS(new MicroSeconds()))));
                case null -> {}
                default -> throw new IllegalArgumentException(type.toString());
            }
            elements.add(element);
        }
        return elements;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            group();
            var footer = new FileMetaData(1, elements(), total, groups)
                    .setCreated_by("Darya version 1.0.0")
                    .setColumn_orders(schema.getColumns().stream()
                            .map(_ -> ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()))
                            .toList())
                    .setKey_value_metadata(about.entrySet().stream()
                            .map(entry -> new KeyValue(entry.getKey()).setValue(entry.getValue()))
                            .toList());
            var bytes = new java.io.ByteArrayOutputStream();
            Util.writeFileMetaData(footer, bytes);
            bytes.writeTo(out);
            out.write(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(bytes.size())
                    .array());
            out.write(MAGIC);
        }
    }
}
