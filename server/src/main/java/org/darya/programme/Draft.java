package org.darya.programme;

import java.util.List;
import java.util.Map;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A record as a form shows it.
 *
 * @param id null for a record that is still to be made
 * @param version names the state that was read; empty for a record that is still to be made
 * @param inputs by the name of the input, such as {@code title.ru}
 * @param direct whether a change is made at once; else it is proposed
 */
public record Draft(
        Kind kind,
        @Nullable String id,
        String version,
        Map<String, String> inputs,
        List<EditField> fields,
        boolean direct) {
    public String input(String name) {
        return inputs.getOrDefault(name, "");
    }

    /** The same form with what somebody filled in. */
    public Draft with(Map<String, String> filled) {
        return new Draft(kind, id, version, filled, fields, direct);
    }
}
