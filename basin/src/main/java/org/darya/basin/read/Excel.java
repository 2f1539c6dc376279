package org.darya.basin.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads one sheet of an Excel workbook as rows of texts; dates become ISO 8601. */
final class Excel {

    private Excel() {}

    static List<String[]> grid(Path file, Element sheetName) {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
            Sheet sheet = sheet(book, sheetName);
            List<String[]> grid = new ArrayList<>();
            for (Row row : sheet.read()) {
                String[] cells = new String[row.getCellCount()];
                Arrays.fill(cells, "");
                for (int i = 0; i < cells.length; i++) {
                    Cell cell = row.getCell(i);
                    cells[i] = cell == null ? "" : text(cell);
                }
                if (!Arrays.stream(cells).allMatch(String::isBlank)) {
                    grid.add(cells);
                }
            }
            return grid;
        } catch (IOException e) {
            throw sheetName.fail(
                    file.getFileName() + " cannot be read (" + e.getMessage() + ")", "it is not an .xlsx workbook.");
        }
    }

    private static Sheet sheet(ReadableWorkbook book, Element name) {
        if (name.isNumber()) {
            return book.getSheet(name.integer())
                    .orElseThrow(() -> name.fail("there is no sheet " + name.show(), "count from 0."));
        }
        if (name.missing()) {
            return book.getFirstSheet();
        }
        return book.findSheet(name.text())
                .orElseThrow(() -> name.fail(
                        "there is no sheet " + name.show(),
                        "it is one of " + book.getSheets().map(Sheet::getName).toList() + "."));
    }

    private static String text(Cell cell) {
        // Excel keeps a date as a number; only its format tells it is one
        String format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER
                && format != null
                && format.toLowerCase(java.util.Locale.ROOT).contains("yy")) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }
}
