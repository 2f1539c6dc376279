package org.darya.basin.parameter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Parameter;
import org.darya.basin.read.Element;

/** The parameter types by name. */
public final class ParameterTypes {

    private static final Map<String, Family> TYPES = new HashMap<>();

    static {
        Constants.register(TYPES);
        Profiles.register(TYPES);
        Algebra.register(TYPES);
        States.register(TYPES);
        ControlCurves.register(TYPES);
        Thresholds.register(TYPES);
        AnnualLicence.register(TYPES);
        Hydropower.register(TYPES);
        Surfaces.register(TYPES);
    }

    private ParameterTypes() {}

    /** Reads the parameter that an element describes; without a type it is a constant from a table. */
    public static Parameter read(Element given, ModelContext model) {
        String type = given.has("type") ? given.get("type").text() : "constant";
        Family family = TYPES.get(plain(type));
        if (family == null) {
            throw given.fail(
                    "the parameter type \"" + type + "\" is not known",
                    "it was written in Python, or is mistyped; known are " + new TreeSet<>(TYPES.keySet()) + ".");
        }
        return family.read(given, model);
    }

    /** A type name without its ending and in lower case. */
    private static String plain(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return name.endsWith("parameter") ? name.substring(0, name.length() - "parameter".length()) : name;
    }

    /** The names of all types, without the ending "parameter". */
    public static java.util.Set<String> names() {
        return new TreeSet<>(TYPES.keySet());
    }
}
