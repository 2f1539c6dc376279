package org.darya.basin.read;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads HDF5: numeric arrays as PyTables writes them, and data frames of numbers as pandas writes them in its "fixed"
 * format (one group with {@code axis0} = columns, {@code axis1} = index, {@code block0_values} = cells).
 */
public final class Hdf {

    private static final long NANOS_A_DAY = 86_400_000_000_000L;

    private Hdf() {}

    /**
     * Reads a numeric array of one or two dimensions.
     *
     * @param where the group, for example {@code /}; {@code node} is the name inside it
     * @return values by row and column; a vector has one column
     */
    public static double[][] array(Path file, Element spec, String where, String node) {
        try (HdfFile hdf = new HdfFile(file)) {
            String path = (where.endsWith("/") ? where : where + "/") + node;
            Node found = hdf.getByPath(path);
            if (!(found instanceof Dataset data)) {
                throw spec.fail(path + " in " + file.getFileName() + " is not an array", "name the array in 'node'.");
            }
            return matrix(data.getData());
        } catch (HdfException e) {
            throw spec.fail(
                    file.getFileName() + " cannot be read (" + e.getMessage() + ")",
                    "'where' and 'node' do not name an array in it.");
        }
    }

    static Frame frame(Path file, Element spec) {
        try (HdfFile hdf = new HdfFile(file)) {
            Group group = group(hdf, spec, file);
            Node blocks = group.getChild("block0_values");
            if (!(blocks instanceof Dataset block) || group.getChild("block1_values") != null) {
                throw spec.fail(
                        "the table " + group.getPath() + " in " + file.getFileName()
                                + " is not a pandas frame of numbers in fixed format",
                        "write it with DataFrame.to_hdf(..., format='fixed') or as CSV.");
            }
            double[][] values = matrix(block.getData());
            List<String> columns = texts(((Dataset) group.getChild("axis0")).getData(), false);
            Dataset axis = (Dataset) group.getChild("axis1");
            var kind = axis.getAttribute("kind");
            boolean dates = kind != null && String.valueOf(kind.getData()).startsWith("datetime");
            List<List<String>> index = new ArrayList<>();
            for (String key : texts(axis.getData(), dates)) {
                index.add(List.of(key));
            }
            List<String[]> cells = new ArrayList<>();
            for (double[] row : values) {
                cells.add(java.util.Arrays.stream(row).mapToObj(String::valueOf).toArray(String[]::new));
            }
            return new Frame(file.getFileName().toString(), columns, index, cells);
        } catch (HdfException e) {
            throw spec.fail(
                    file.getFileName() + " cannot be read (" + e.getMessage() + ")", "it is damaged or not HDF5.");
        }
    }

    private static Group group(HdfFile hdf, Element spec, Path file) {
        Element key = spec.get("key");
        Node found = key.given()
                ? hdf.getChild(key.text().replaceFirst("^/", ""))
                : hdf.getChildren().size() == 1
                        ? hdf.getChildren().values().iterator().next()
                        : null;
        if (found instanceof Group group) {
            return group;
        }
        throw spec.fail(
                "no single table in " + file.getFileName(),
                "give 'key', one of " + hdf.getChildren().keySet() + ".");
    }

    private static List<String> texts(Object data, boolean dates) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Array.getLength(data); i++) {
            Object item = Array.get(data, i);
            if (dates && item instanceof Long nanos) {
                texts.add(
                        LocalDate.ofEpochDay(Math.floorDiv(nanos, NANOS_A_DAY)).toString());
            } else if (item instanceof byte[] bytes) {
                texts.add(new String(bytes, java.nio.charset.StandardCharsets.UTF_8).strip());
            } else {
                texts.add(String.valueOf(item).strip());
            }
        }
        return texts;
    }

    private static double[][] matrix(Object data) {
        int rows = Array.getLength(data);
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            Object row = Array.get(data, i);
            if (row.getClass().isArray()) {
                matrix[i] = new double[Array.getLength(row)];
                for (int j = 0; j < matrix[i].length; j++) {
                    matrix[i][j] = Array.getDouble(row, j);
                }
            } else {
                matrix[i] = new double[] {((Number) row).doubleValue()};
            }
        }
        return matrix;
    }
}
