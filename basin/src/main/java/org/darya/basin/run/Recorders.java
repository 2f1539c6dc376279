package org.darya.basin.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.basin.model.ModelContext;
import org.darya.basin.read.Element;
import org.darya.basin.recorder.Recorder;
import org.darya.basin.recorder.RecorderTypes;

/** The recorders of a model, read when something asks for them. */
final class Recorders {

    private final Map<String, Element> described;
    private final ModelContext model;
    private final Map<String, Recorder> known = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    Recorders(Element section, ModelContext model) {
        this.described = section.fields();
        this.model = model;
    }

    /** Reads those that nothing has asked for yet. */
    void readAll() {
        for (String key : described.keySet()) {
            of(new Element("recorders", key));
        }
    }

    List<Recorder> all() {
        return List.copyOf(known.values());
    }

    Recorder of(Element reference) {
        String key = reference.text();
        Recorder recorder = known.get(key);
        if (recorder != null) {
            return recorder;
        }
        Element given = described.get(key);
        if (given == null) {
            throw reference.unknown("recorder", described.keySet());
        }
        if (!open.add(key)) {
            throw given.fail("the recorder needs itself", "take \"" + key + "\" out of its list.");
        }
        recorder = RecorderTypes.read(key, given, model, this::of);
        known.put(key, recorder);
        return recorder;
    }
}
