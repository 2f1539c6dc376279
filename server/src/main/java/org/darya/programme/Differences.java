package org.darya.programme;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.darya.programme.edit.Forms;
import org.darya.register.Kind;

/** What differs between the inputs of a form before and after. */
final class Differences {
    private Differences() {}

    /** Puts what two sets of inputs do not share into before and after. */
    static void between(
            Kind kind,
            Map<String, String> old,
            Map<String, String> filled,
            Map<String, String> before,
            Map<String, String> after) {
        Set<String> keys = new TreeSet<>();
        Forms.of(kind).forEach(field -> keys.add(field.key()));
        Stream.concat(old.keySet().stream(), filled.keySet().stream())
                .distinct()
                .filter(name -> keys.contains(name.contains(".") ? name.substring(0, name.indexOf('.')) : name))
                .forEach(name -> {
                    String was = old.getOrDefault(name, "");
                    String is = filled.getOrDefault(name, "");
                    if (!lines(was).equals(lines(is))) {
                        before.put(name, was);
                        after.put(name, is);
                    }
                });
    }

    /** Browsers send other line ends, and nobody sees a blank at the end. */
    static String lines(String text) {
        String plain = text.replace("\r\n", "\n").strip();
        return plain.equals("public") ? "" : plain;
    }
}
