package org.darya.basin.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.darya.basin.BasinException;

/**
 * Loads tables as a model names them: {@code url} (CSV, gzipped CSV, Excel, HDF5) relative to the model, or inline
 * {@code data}. A file is read once.
 */
public final class Frames {

    private final Path folder;
    private final Map<String, List<String[]>> grids = new HashMap<>();

    /** Tables of a model that stands in the folder. */
    public Frames(Path folder) {
        this.folder = folder;
    }

    /** Loads the table that an element describes. */
    public Frame load(Element spec) {
        if (spec.has("data")) {
            return inline(spec.get("data"));
        }
        Element url = spec.need("url");
        Path file = verified(spec);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        name = switch (spec.get("filetype").word("")) {
            case "csv" -> name + ".csv";
            case "excel" -> name + ".xlsx";
            case "hdf" -> name + ".h5";
            default -> name;
        };
        if (name.endsWith(".h5") || name.endsWith(".hdf") || name.endsWith(".hdf5")) {
            return Hdf.frame(file, spec);
        }
        boolean excel = name.endsWith(".xlsx") || name.endsWith(".xlsm");
        if (!excel && (name.endsWith(".xls") || name.endsWith(".rds") || name.endsWith(".parquet"))) {
            throw url.fail("a file of this kind cannot be read: " + url.show(), "save it as .csv or .xlsx.");
        }
        Element sheet = spec.first("sheet_name", "key");
        String cacheKey = file + "|" + (excel ? sheet.value() : "");
        List<String[]> grid = grids.get(cacheKey);
        if (grid == null) {
            grid = excel
                    ? Excel.grid(file, sheet)
                    : csv(file, spec.get("sep").text(spec.get("delimiter").text(",")));
            grids.put(cacheKey, grid);
        }
        return shape(file.getFileName().toString(), grid, spec);
    }

    /** The file that an element names, relative to the folder of the model. */
    public Path file(Element url) {
        Path file = folder.resolve(url.text());
        if (!Files.isRegularFile(file)) {
            throw url.fail(
                    "the file " + url.show() + " does not exist in " + folder,
                    "the path is relative to the model file.");
        }
        return file;
    }

    /** The file that {@code url} names, after its checksum has been verified. */
    public Path verified(Element spec) {
        Path file = file(spec.need("url"));
        Checksum.verify(spec.get("checksum"), file);
        return file;
    }

    private static List<String[]> csv(Path file, String separator) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            List<String[]> rows = new ArrayList<>();
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator)
                    .setIgnoreEmptyLines(true)
                    .get();
            for (CSVRecord row : format.parse(reader)) {
                rows.add(row.values());
            }
            if (!rows.isEmpty() && rows.get(0).length > 0) {
                rows.get(0)[0] = rows.get(0)[0].replace("\uFEFF", "");
            }
            return rows;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new BasinException(
                    file.toString(), "the table cannot be read (" + e.getMessage() + ")", "it is not CSV in UTF-8.");
        }
    }

    private static Frame shape(String source, List<String[]> grid, Element spec) {
        if (grid.isEmpty()) {
            throw spec.fail(source + " is empty", "the first line must hold the names of the columns.");
        }
        int head = spec.get("skiprows").integer(0) + spec.get("header").integer(0);
        if (head < 0 || head >= grid.size()) {
            throw spec.fail(
                    source + " has " + grid.size() + " lines, of which " + head + " are to be left out",
                    "count 'skiprows' and 'header' from 0.");
        }
        int end = (int) Math.min(grid.size(), head + 1L + spec.get("nrows").integer(Integer.MAX_VALUE));
        List<String> header =
                List.of(grid.get(head)).stream().map(String::strip).toList();
        List<Integer> keys = indexColumns(spec.first("index_col", "indexes"), header, source);
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!keys.contains(i)) {
                rest.add(i);
            }
        }
        List<List<String>> index = new ArrayList<>();
        List<String[]> cells = new ArrayList<>();
        for (int r = head + 1; r < end; r++) {
            String[] row = grid.get(r);
            if (row.length < header.size()) {
                throw spec.fail(
                        source + " row " + (r + 1) + " has " + row.length + " of " + header.size() + " cells",
                        "a separator is missing.");
            }
            index.add(
                    keys.isEmpty()
                            ? List.of(String.valueOf(r - 1))
                            : keys.stream().map(k -> row[k].strip()).toList());
            cells.add(rest.stream().map(k -> row[k]).toArray(String[]::new));
        }
        return new Frame(source, rest.stream().map(header::get).toList(), index, cells);
    }

    private static List<Integer> indexColumns(Element given, List<String> header, String source) {
        if (given.missing()) {
            return List.of();
        }
        List<Integer> places = new ArrayList<>();
        for (Element name : given.isList() ? given.items() : List.of(given)) {
            int at = name.isNumber() ? name.integer() : header.indexOf(name.key());
            if (at < 0 || at >= header.size()) {
                throw name.fail("there is no column " + name.show() + " in " + source, "it is one of " + header + ".");
            }
            places.add(at);
        }
        return places;
    }

    private static Frame inline(Element data) {
        Map<String, Element> columns = data.fields();
        Set<String> keys = new LinkedHashSet<>();
        for (Element column : columns.values()) {
            if (column.isList()) {
                for (int i = 0; i < column.items().size(); i++) {
                    keys.add(String.valueOf(i));
                }
            } else {
                keys.addAll(column.keys());
            }
        }
        List<List<String>> index = new ArrayList<>();
        List<String[]> cells = new ArrayList<>();
        for (String key : keys) {
            index.add(List.of(key));
            cells.add(columns.values().stream().map(column -> cell(column, key)).toArray(String[]::new));
        }
        return new Frame(data.path(), List.copyOf(columns.keySet()), index, cells);
    }

    private static String cell(Element column, String key) {
        if (column.isList()) {
            List<Element> items = column.items();
            int at = Integer.parseInt(key);
            return at < items.size() ? String.valueOf(items.get(at).value()) : "";
        }
        Element found = column.get(key);
        return found.missing() ? "" : String.valueOf(found.value());
    }
}
