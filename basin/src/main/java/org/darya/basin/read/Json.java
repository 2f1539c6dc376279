package org.darya.basin.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.darya.basin.BasinException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON as Python writes it: {@code NaN} and {@code Infinity} are numbers, the rest is RFC 8259.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // a field that is written twice would silently win over the first
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /**
     * Reads a file that holds one JSON object.
     *
     * @throws BasinException if the file cannot be read or is not a JSON object
     */
    public static Element read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new BasinException(
                    file.toString(), "the file does not exist", "the path is relative to another folder.");
        } catch (IOException e) {
            throw new BasinException(
                    file.toString(), "the file cannot be read (" + e.getMessage() + ")", "it is not UTF-8 text.");
        }
    }

    /** Parses one JSON object; {@code name} says in messages what is parsed. */
    public static Element parse(String name, String text) {
        Object value;
        try {
            value = MAPPER.readValue(text, Object.class);
        } catch (JacksonException e) {
            var at = e.getLocation();
            String where = at == null ? name : name + " line " + at.getLineNr() + " column " + at.getColumnNr();
            throw new BasinException(
                    where,
                    "this is not JSON: " + e.getOriginalMessage(),
                    "a comma or a quote is missing, or a field is written twice.");
        }
        if (value instanceof Map) {
            return new Element("", Fields.watching(value));
        }
        throw new BasinException(name, "a JSON object is expected", "the file must begin with { and end with }.");
    }

    /** Writes a tree of maps, lists and values as indented JSON. */
    public static String write(Object tree) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }
}
