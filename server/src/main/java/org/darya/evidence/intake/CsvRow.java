package org.darya.evidence.intake;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A row of a table with the names of its columns. */
record CsvRow(List<String> columns, CSVRecord record, long line) {
    /** The cell without the blanks around it; empty where there is no such column. */
    String get(String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= record.size() ? "" : record.get(index).strip();
    }

    /** Place of a column, from 1. */
    @Nullable
    Integer column(@Nullable String name) {
        int index = columns.indexOf(name);
        return index < 0 ? null : index + 1;
    }

    void check() throws Unacceptable {
        if (record.stream().allMatch(String::isBlank)) {
            throw new Unacceptable(null, "The row is empty.", "Maybe it was left over in a spreadsheet.");
        }
        for (int i = 0; i < record.size(); i++) {
            boolean named = i < columns.size() && !columns.get(i).isEmpty();
            if (!named && !record.get(i).isBlank()) {
                throw new Unacceptable(
                        null,
                        "The cell %d holds \"%s\", but there is no such column.".formatted(i + 1, record.get(i)),
                        "Maybe there is a comma too many, or a text with a comma wants quotation marks.");
            }
            if (record.get(i).indexOf('\0') >= 0) {
                throw new Unacceptable(
                        i < columns.size() ? columns.get(i) : null,
                        "The cell %d holds a zero character.".formatted(i + 1),
                        "Maybe the file was damaged, or was saved as UTF-16.");
            }
        }
        if (record.size() < columns.size()
                && !columns.subList(record.size(), columns.size()).stream().allMatch(String::isEmpty)) {
            throw new Unacceptable(
                    null,
                    "The row has %d cells, the header %d.".formatted(record.size(), columns.size()),
                    "Maybe a comma for an empty cell is missing.");
        }
    }
}
