package org.darya.basin.recorder;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.darya.basin.model.ModelContext;
import org.darya.basin.parameter.Aggregate;
import org.darya.basin.read.Element;

/** The recorder types by name. */
public final class RecorderTypes {

    private static final Map<String, Reader> TYPES = new HashMap<>();

    static {
        NodeRecorders.register(TYPES);
        StoreRecorders.register(TYPES);
        ParameterRecorders.register(TYPES);
        CurveRecorders.register(TYPES);
    }

    /** Reads one type of recorder. */
    @FunctionalInterface
    interface Reader {
        Recorder read(Element given, Context context);
    }

    /** What a reader may ask for: the model, and other recorders by name. */
    record Context(ModelContext model, Function<Element, Recorder> others) {}

    private RecorderTypes() {}

    /**
     * Reads the recorder that an element describes.
     *
     * @param others finds another recorder by the element that names it
     */
    public static Recorder read(String name, Element given, ModelContext model, Function<Element, Recorder> others) {
        String type = given.need("type").text();
        Reader reader = TYPES.get(plain(type));
        if (reader == null) {
            throw given.fail(
                    "the recorder type \"" + type + "\" is not known",
                    "it was written in Python, or is mistyped; known are " + names() + ".");
        }
        Recorder recorder = reader.read(given, new Context(model, others));
        boolean ignore = given.get("ignore_nan").flag(false);
        recorder.describe(name, type, function(given.get("agg_func")).ignoringMissing(ignore));
        return recorder;
    }

    /** A function by name, or described by an object with {@code func}; the mean if missing. */
    static Aggregator function(Element given) {
        return Aggregator.read(given, Aggregate.MEAN);
    }

    private static String plain(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return name.endsWith("recorder") ? name.substring(0, name.length() - "recorder".length()) : name;
    }

    /** The names of all types, without the ending "recorder". */
    public static java.util.Set<String> names() {
        return new TreeSet<>(TYPES.keySet());
    }
}
