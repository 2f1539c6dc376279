package org.darya.basin.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.darya.basin.BasinException;
import org.jspecify.annotations.Nullable;

/**
 * A value in a document together with its path, so that every error can say where it is.
 *
 * @param path where the value stands, for example {@code parameters."demand".values[2]}
 * @param value a {@code Map<String, Object>}, {@code List<Object>}, {@code Number}, {@code String}, {@code Boolean} or
 *     {@code null}
 */
public record Element(String path, @Nullable Object value) {

    /** True if nothing is given: an absent field and an explicit null mean the same. */
    public boolean missing() {
        return value == null;
    }

    /** True if a value is given. */
    public boolean given() {
        return value != null;
    }

    /** True if the value is an object with fields. */
    public boolean isObject() {
        return value instanceof Map;
    }

    /** True if the value is a list. */
    public boolean isList() {
        return value instanceof List;
    }

    /** True if the value is a number. */
    public boolean isNumber() {
        return value instanceof Number;
    }

    /** True if the value is a text. */
    public boolean isText() {
        return value instanceof String;
    }

    /** True if the object has the field and the field is not null. */
    public boolean has(String field) {
        note(field);
        return value instanceof Map<?, ?> map && map.get(field) != null;
    }

    private void note(String field) {
        if (value instanceof Fields fields) {
            fields.ask(field);
        }
    }

    /** The field of an object; a missing element if there is no such field. */
    public Element get(String field) {
        if (value instanceof Map<?, ?> map) {
            note(field);
            return new Element(path.isEmpty() ? field : path + "." + field, map.get(field));
        }
        throw fail("an object is expected here, not " + show(), "write { ... } with the field '" + field + "'.");
    }

    /** The first of the fields that is given; a missing element named after the first if none is. */
    public Element first(String... fields) {
        for (String field : fields) {
            if (has(field)) {
                return get(field);
            }
        }
        return get(fields[0]);
    }

    /** The field of an object, which must be given. */
    public Element need(String field) {
        Element found = get(field);
        if (found.missing()) {
            throw fail("the field '" + field + "' is missing", "add \"" + field + "\"; given here: " + keys() + ".");
        }
        return found;
    }

    /** The names of the fields of an object, in document order. */
    public Collection<String> keys() {
        List<String> names = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> names.add(String.valueOf(key)));
        }
        return names;
    }

    /** The fields of an object in document order; empty if the element is missing. */
    public Map<String, Element> fields() {
        Map<String, Element> fields = new LinkedHashMap<>();
        if (missing()) {
            return fields;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw fail("an object is expected here, not " + show(), "write { \"name\": ... }.");
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            note(key);
            fields.put(key, new Element(path + ".\"" + key + '"', entry.getValue()));
        }
        return fields;
    }

    /** The items of a list; empty if the element is missing. */
    public List<Element> items() {
        if (missing()) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw fail("a list is expected here, not " + show(), "write [ ... ] around the value.");
        }
        List<Element> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            String label =
                    item instanceof Map<?, ?> map && map.get("name") instanceof String name ? " \"" + name + '"' : "";
            items.add(new Element(path + "[" + i + "]" + label, item));
        }
        return items;
    }

    /** The value as a text. */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw fail("a text is expected here, not " + show(), "write the value in quotes.");
    }

    /** The value as a text, or the default if missing. */
    public String text(String otherwise) {
        return missing() ? otherwise : text();
    }

    /** The value as a lower-case word, or the default if missing. */
    public String word(String otherwise) {
        return text(otherwise).toLowerCase(Locale.ROOT);
    }

    /** The value as a number that is not NaN; infinite is allowed. */
    public double number() {
        if (value instanceof Number number && !Double.isNaN(number.doubleValue())) {
            return number.doubleValue();
        }
        throw fail("a number is expected here, not " + show(), "write the number without quotes.");
    }

    /** The value as a number, or the default if missing. */
    public double number(double otherwise) {
        return missing() ? otherwise : number();
    }

    /** The value as a whole number. */
    public int integer() {
        double number = number();
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw fail("a whole number is expected here, not " + show(), "round it.");
        }
        return (int) number;
    }

    /** The value as a whole number, or the default if missing. */
    public int integer(int otherwise) {
        return missing() ? otherwise : integer();
    }

    /** The value as a whole number from {@code least} to {@code greatest}, or the default if missing. */
    public int integer(int otherwise, int least, int greatest) {
        int number = integer(otherwise);
        if (given() && (number < least || number > greatest)) {
            throw fail(
                    "a whole number from " + least + " to " + greatest + " is expected here, not " + show(),
                    "a digit or a sign too many was typed.");
        }
        return number;
    }

    /** The value as true or false, or the default if missing. */
    public boolean flag(boolean otherwise) {
        if (missing()) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw fail("true or false is expected here, not " + show(), "write true or false without quotes.");
    }

    /** The items of a list as numbers. */
    public double[] numbers() {
        List<Element> items = items();
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = items.get(i).number();
        }
        return numbers;
    }

    /** The items of a list of lists as numbers. */
    public double[][] table() {
        return items().stream().map(Element::numbers).toArray(double[][]::new);
    }

    /** The items of a list as texts; numbers are written as they stand. */
    public List<String> words() {
        return items().stream().map(Element::key).toList();
    }

    /** The value as a key to look something up: a text as it is, a whole number without decimals. */
    public String key() {
        if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return String.valueOf(number.longValue());
        }
        return String.valueOf(value);
    }

    /** The same value, able to tell later which of its fields were read; see {@link #refuseUnread}. */
    public Element watched() {
        return new Element(path, Fields.watching(value));
    }

    /**
     * Refuses fields, here and inside, that were never read: what is mistyped must not be ignored.
     *
     * @param known fields that mean nothing to a run and may stand unread; what is inside them is not looked at
     */
    public void refuseUnread(Collection<String> known) {
        if (value instanceof Fields fields && !fields.asked().isEmpty()) {
            for (String field : fields.keySet()) {
                if (known.contains(field) || field.startsWith("_")) {
                    continue;
                }
                if (!fields.asked().contains(field)) {
                    throw unread(field, fields);
                }
                new Element(path.isEmpty() ? field : path + "." + field, fields.get(field)).refuseUnread(known);
            }
        } else if (value instanceof List<?> list && list.stream().anyMatch(item -> item instanceof Fields)) {
            items().forEach(item -> item.refuseUnread(known));
        }
    }

    private BasinException unread(String field, Fields fields) {
        List<String> others = fields.asked().stream()
                .filter(name -> !fields.containsKey(name))
                .sorted()
                .toList();
        String near = Nearest.of(field, others);
        return fail(
                "the field \"" + field + "\" is not known here",
                near != null
                        ? "\"" + near + "\" is meant."
                        : "take it out" + (others.isEmpty() ? "." : "; there could be " + others + "."));
    }

    /** A problem at this element; {@code throw} it. */
    public BasinException fail(String what, String maybe) {
        return new BasinException(path.isEmpty() ? "model" : path, what, maybe);
    }

    /** There is nothing of the name that stands here; {@code throw} it. */
    public BasinException unknown(String kind, Collection<String> known) {
        String near = Nearest.of(text(), known);
        String some = known.stream().limit(LISTED).toList() + (known.size() > LISTED ? " and others" : "");
        return fail(
                "there is no " + kind + " " + show(),
                near != null
                        ? "\"" + near + "\" is meant."
                        : known.isEmpty() ? "it was left out." : "the name is mistyped; known are " + some + ".");
    }

    private static final int LISTED = 30;

    /** The value in short, for messages. */
    public String show() {
        if (value == null) {
            return "nothing";
        }
        String text = value instanceof String ? "\"" + value + '"' : String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }
}
