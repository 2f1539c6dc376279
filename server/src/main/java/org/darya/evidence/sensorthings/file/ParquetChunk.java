package org.darya.evidence.sensorthings.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** The pages of one column of one row group, compressed, until the group is written. */
final class ParquetChunk implements PageWriter {
    private final ColumnDescriptor column;
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private final Statistics<?> statistics;
    private long values;
    private long uncompressed;

    ParquetChunk(ColumnDescriptor column) {
        this.column = column;
        this.statistics = Statistics.createStats(column.getPrimitiveType());
    }

    /** Writes the pages at a place of the file and gives what the footer says of them. */
    ColumnMetaData write(OutputStream out, long at) throws IOException {
        dictionary.writeTo(out);
        pages.writeTo(out);
        long size = (long) dictionary.size() + pages.size();
        var about = new ColumnMetaData(
                type(column.getPrimitiveType()),
                encodings.stream().map(ParquetChunk::named).toList(),
                List.of(column.getPath()),
                CompressionCodec.GZIP,
                values,
                uncompressed,
                size,
                at + dictionary.size());
        if (dictionary.size() > 0) {
            about.setDictionary_page_offset(at);
        }
        about.setStatistics(statistics());
        return about;
    }

    private org.apache.parquet.format.Statistics statistics() {
        var kept = new org.apache.parquet.format.Statistics().setNull_count(statistics.getNumNulls());
        if (statistics.hasNonNullValue()) {
            kept.setMin_value(statistics.getMinBytes()).setMax_value(statistics.getMaxBytes());
        }
        return kept;
    }

    /** As the format calls it. */
    static Type type(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case INT64 -> Type.INT64;
            case DOUBLE -> Type.DOUBLE;
            case BINARY -> Type.BYTE_ARRAY;
            default -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static org.apache.parquet.format.Encoding named(Encoding encoding) {
        return org.apache.parquet.format.Encoding.valueOf(encoding.name());
    }

    private void page(ByteArrayOutputStream to, BytesInput bytes, PageHeader header) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            bytes.writeAllTo(gzip);
        }
        header.setUncompressed_page_size(Math.toIntExact(bytes.size()));
        header.setCompressed_page_size(packed.size());
        int before = to.size();
        Util.writePageHeader(header, to);
        uncompressed += to.size() - before + bytes.size();
        packed.writeTo(to);
    }

    @Override
    public void writePage(
            BytesInput bytes, int count, Statistics<?> of, Encoding repetition, Encoding definition, Encoding encoding)
            throws IOException {
        encodings.addAll(List.of(repetition, definition, encoding));
        values += count;
        statistics.mergeStatistics(of);
        page(
                pages,
                bytes,
                new PageHeader(PageType.DATA_PAGE, 0, 0)
                        .setData_page_header(
                                new DataPageHeader(count, named(encoding), named(definition), named(repetition))));
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int count,
            int rows,
            Statistics<?> of,
            Encoding repetition,
            Encoding definition,
            Encoding encoding)
            throws IOException {
        writePage(bytes, count, of, repetition, definition, encoding);
    }

    @Override
    public void writePage(
            BytesInput bytes,
            int count,
            int rows,
            Statistics<?> of,
            @Nullable SizeStatistics sizes,
            @Nullable GeospatialStatistics places,
            Encoding repetition,
            Encoding definition,
            Encoding encoding)
            throws IOException {
        writePage(bytes, count, of, repetition, definition, encoding);
    }

    @Override
    public void writePageV2(
            int rows,
            int nulls,
            int count,
            BytesInput repetition,
            BytesInput definition,
            Encoding encoding,
            BytesInput data,
            Statistics<?> of) {
        throw new UnsupportedOperationException("pages are of the first version, which every reader knows");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        encodings.add(page.getEncoding());
        page(
                dictionary,
                page.getBytes(),
                new PageHeader(PageType.DICTIONARY_PAGE, 0, 0)
                        .setDictionary_page_header(
                                new DictionaryPageHeader(page.getDictionarySize(), named(page.getEncoding()))));
    }

    @Override
    public long getMemSize() {
        return (long) dictionary.size() + pages.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(@Nullable String prefix) {
        return prefix + " " + getMemSize() + " bytes";
    }
}
