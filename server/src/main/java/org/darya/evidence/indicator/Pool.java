package org.darya.evidence.indicator;

import java.util.List;
import org.darya.evidence.SeriesData;

/** Where the series of datasets come from: the tables, or the files of a programme that is being checked. */
@FunctionalInterface
interface Pool {
    /** All series of a dataset with this code in its column {@code indicator}. */
    List<SeriesData> series(String dataset, String code);
}
