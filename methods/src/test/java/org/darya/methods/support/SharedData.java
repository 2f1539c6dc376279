package org.darya.methods.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Real files that do not belong to the repository; where they are absent the test is skipped and says so. */
public final class SharedData {
    private SharedData() {}

    public static Path file(String name) {
        String set = System.getenv("DARYA_SHARED_DATA");
        Stream<Path> roots = set == null
                ? Stream.of(Path.of("../../shared/data"), Path.of("../shared/data"))
                : Stream.of(Path.of(set));
        List<Path> found =
                roots.map(root -> root.resolve(name)).filter(Files::exists).toList();
        if (found.isEmpty()) {
            String message =
                    "Skipped: the real data file (%s) is not in ../shared/data beside the repository.".formatted(name);
            System.err.println(message);
            abort(message);
        }
        return found.getFirst();
    }

    /** The rows of a file with a header line, quotes taken away. */
    public static List<Map<String, String>> rows(String name) {
        try {
            List<String> lines = Files.readAllLines(file(name), StandardCharsets.UTF_8);
            List<String> header = cells(lines.getFirst());
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                List<String> cells = cells(line);
                for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
