package org.darya.basin.run;

import java.util.HashMap;
import java.util.Map;
import org.darya.basin.read.Element;
import org.darya.basin.read.Frame;
import org.darya.basin.read.Frames;

/** The tables of a model: those under {@code tables}, which elements name, and those that elements describe in place. */
final class Tables {

    private final Map<String, Element> described;
    private final Frames frames;
    private final Map<String, Frame> known = new HashMap<>();

    Tables(Element section, Frames frames) {
        this.described = section.fields();
        this.frames = frames;
    }

    Frames frames() {
        return frames;
    }

    Frame frame(Element spec) {
        if (!spec.has("table")) {
            return frames.load(spec);
        }
        Element key = spec.get("table");
        Frame frame = known.get(key.text());
        if (frame == null) {
            Element table = described.get(key.text());
            if (table == null) {
                throw key.unknown("table", described.keySet());
            }
            frame = frames.load(table);
            known.put(key.text(), frame);
        }
        return frame;
    }

    /** The numbers of an element: a list, or a column or row of a table. */
    double[] numbers(Element spec) {
        if (spec.isList()) {
            return spec.numbers();
        }
        Frame frame = frame(spec);
        if (spec.has("column")) {
            return frame.numbers(frame.column(spec.get("column")));
        }
        if (spec.has("index")) {
            int row = frame.row(spec.get("index"));
            double[] values = new double[frame.columns().size()];
            for (int c = 0; c < values.length; c++) {
                values[c] = frame.number(row, c);
            }
            return values;
        }
        return frame.numbers(0);
    }
}
