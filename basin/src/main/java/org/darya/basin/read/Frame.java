package org.darya.basin.read;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.darya.basin.BasinException;
import org.darya.basin.time.Timeline;

/**
 * A table with named columns and an index of one or more keys for each row. Cells are kept as texts, as they stand in the
 * source, and become numbers when they are asked for.
 *
 * @param source file or element that the table came from, for messages
 * @param columns names of the columns
 * @param index keys of each row
 * @param cells cells by row and column
 */
public record Frame(String source, List<String> columns, List<List<String>> index, List<String[]> cells) {

    /** Number of rows. */
    public int rows() {
        return cells.size();
    }

    /** Place of a column by name, or by number if no column has that name. */
    public int column(Element name) {
        int at = columns.indexOf(name.key());
        if (at < 0 && name.isNumber() && name.integer() >= 0 && name.integer() < columns.size()) {
            at = name.integer();
        }
        if (at < 0) {
            throw name.fail("there is no column " + name.show() + " in " + source, "it is one of " + columns + ".");
        }
        return at;
    }

    /** Place of the row whose index equals the key, or begins with the list of keys. */
    public int row(Element key) {
        List<String> wanted = key.isList() ? key.words() : List.of(key.key());
        for (int i = 0; i < index.size(); i++) {
            if (sameKeys(index.get(i), wanted)) {
                return i;
            }
        }
        throw key.fail(
                "there is no row " + key.show() + " in " + source,
                "check index_col; the first rows are " + index.stream().limit(5).toList() + ".");
    }

    private static boolean sameKeys(List<String> keys, List<String> wanted) {
        if (keys.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The number in a cell. */
    public double number(int row, int column) {
        String text = cells.get(row)[column].strip();
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BasinException(
                    source + " row " + index.get(row) + " column " + columns.get(column),
                    "\"" + text + "\" is not a number",
                    text.isEmpty() ? "fill the gap: a series must cover every step." : "the decimal sign is a comma.");
        }
    }

    /** All numbers of a column. */
    public double[] numbers(int column) {
        double[] numbers = new double[rows()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(i, column);
        }
        return numbers;
    }

    /** The index as dates. */
    public LocalDate[] dates(boolean dayFirst) {
        LocalDate[] dates = new LocalDate[rows()];
        for (int i = 0; i < dates.length; i++) {
            try {
                dates[i] = Timeline.parse(index.get(i).get(0), dayFirst);
            } catch (DateTimeParseException e) {
                throw new BasinException(
                        source + " row " + (i + 1),
                        "\"" + index.get(i).get(0) + "\" is not a date",
                        "index_col does not name the column of dates.");
            }
        }
        return dates;
    }
}
