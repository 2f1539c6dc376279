package org.darya.evidence;

import java.util.List;
import org.darya.evidence.intake.DatasetReading;

/**
 * The table of a dataset, read without a database: what the import would store and what it would reject.
 *
 * @param rows how many rows there are, whatever becomes of them
 * @param faults rows that would be rejected; a dataset that comes with a programme has none
 */
public record DatasetTable(List<SeriesData> series, int rows, List<RejectedRow> faults) {
    /**
     * @param file what faults call the file
     * @param office whose numbers these are; part of the ids of its series
     */
    public static DatasetTable read(String file, byte[] content, String office) {
        return DatasetReading.read(file, content, office);
    }
}
