package org.darya.basin.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.BasinException;
import org.darya.basin.read.Frames;
import org.darya.basin.scenario.Scenarios;
import org.darya.basin.time.Timeline;
import org.jspecify.annotations.Nullable;

/** Prepares the models of a document to run. */
public final class Assembly {

    private final ModelDocument document;
    private final Timeline timeline;
    private final Scenarios scenarios;
    private final Map<String, Frames> frames = new LinkedHashMap<>();

    /** Reads the calendar and the scenarios, which all sub-models must share. */
    public Assembly(ModelDocument document) {
        this(document, null);
    }

    /** As {@link #Assembly(ModelDocument)}, with the tables that another variant of the same model has read already. */
    public Assembly(ModelDocument document, @Nullable Assembly variant) {
        this.document = document;
        var first = document.parts().values().iterator().next().content();
        this.timeline = Timeline.read(
                first.get("timestepper").missing() ? first.need("timestepper") : first.get("timestepper"));
        this.scenarios = Scenarios.read(first);
        for (var entry : document.parts().entrySet()) {
            var part = entry.getValue();
            Frames known = variant == null ? null : variant.frames.get(entry.getKey());
            frames.put(entry.getKey(), known == null ? new Frames(part.folder()) : known);
            Timeline own = Timeline.read(part.content().get("timestepper"));
            if (!own.steps().equals(timeline.steps())) {
                throw part.content()
                        .get("timestepper")
                        .fail(
                                "the sub-model \"" + entry.getKey() + "\" has another calendar",
                                "make the timesteppers equal.");
            }
            if (Scenarios.read(part.content()).size() != scenarios.size()) {
                throw part.content()
                        .fail(
                                "the sub-model \"" + entry.getKey() + "\" has other scenarios",
                                "make the scenarios equal.");
            }
        }
    }

    /** The steps. */
    public Timeline timeline() {
        return timeline;
    }

    /** All combinations. */
    public Scenarios scenarios() {
        return scenarios;
    }

    /** Builds the models for the combinations from {@code from} to {@code to} exclusive. */
    public List<Model> build(int from, int to) {
        Map<String, ModelBuilder> builders = new LinkedHashMap<>();
        try {
            for (var entry : document.parts().entrySet()) {
                String name = entry.getKey();
                Frames tables = frames.get(name);
                if (tables != null) {
                    builders.put(
                            name,
                            new ModelBuilder(
                                    name,
                                    entry.getValue(),
                                    tables,
                                    timeline,
                                    scenarios.block(from, to),
                                    from,
                                    builders));
                }
            }
            List<Model> models = new ArrayList<>();
            builders.values().forEach(builder -> models.add(builder.build()));
            return models;
        } catch (StackOverflowError e) {
            throw new BasinException(
                    "parameters", "they are nested too deep", "give inner parameters a name of their own.");
        }
    }
}
