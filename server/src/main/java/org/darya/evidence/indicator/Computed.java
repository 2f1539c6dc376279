package org.darya.evidence.indicator;

import java.util.List;
import org.darya.evidence.Line;

/** What computing an indicator gave, before anything is kept. */
record Computed(String version, int methodVersion, String unit, List<StoredReason> notes, List<Line> lines) {}
