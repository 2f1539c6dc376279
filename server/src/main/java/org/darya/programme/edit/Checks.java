package org.darya.programme.edit;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.darya.platform.Visibility;
import org.darya.programme.EditField;
import org.darya.programme.FieldProblem;
import org.darya.programme.edit.YamlValue.Raw;
import org.darya.register.Edtf;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** First look at the inputs of a form, field by field, so that each mistake is told beside its field and in words. */
public final class Checks {
    private static final int LONGEST = 20_000;

    private final List<String> languages;
    private final BiPredicate<Kind, String> exists;
    private final List<FieldProblem> problems = new ArrayList<>();

    public Checks(List<String> languages, BiPredicate<Kind, String> exists) {
        this.languages = languages;
        this.exists = exists;
    }

    /** All problems of a form. */
    public List<FieldProblem> of(Kind kind, Map<String, String> inputs, Map<String, @Nullable Object> values) {
        inputs.forEach((name, text) -> {
            String key = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
            if (text.length() > LONGEST) {
                problem(key, "long", Integer.toString(LONGEST));
            } else if (!printable(text)) {
                problem(key, "letters", "");
            }
        });
        if (problems.isEmpty()) {
            Forms.of(kind).forEach(field -> check(field, values.get(field.key())));
        }
        return problems;
    }

    private void check(EditField field, @Nullable Object value) {
        if (value == null) {
            if (field.required()) {
                problem(field.key(), "missing", "");
            }
            return;
        }
        switch (field.type()) {
            case TEXT, LONG_TEXT -> texts(field, value);
            case DATE -> date(field, value.toString());
            case URL -> url(field, value.toString());
            case CHOICE -> {
                if (!field.options().containsKey(value.toString())) {
                    problem(field.key(), "choice", value.toString());
                }
            }
            case VISIBILITY -> visibility(field, value.toString());
            case REFERENCE -> reference(field, value.toString());
            case REFERENCES -> ((List<?>) value).forEach(id -> reference(field, String.valueOf(id)));
            case QUANTITY -> quantity(field, (Map<?, ?>) value);
            case STRUCTURE -> structure(field, (Raw) value);
            case STRING, LINES -> {
                if (value.toString().contains("\n")) {
                    problem(field.key(), "letters", "");
                }
            }
        }
    }

    private void texts(EditField field, Object value) {
        if (value instanceof Map<?, ?> map) {
            languages.stream()
                    .filter(language -> !map.containsKey(language))
                    .forEach(language -> problem(field.key(), "language", language));
        }
    }

    private void date(EditField field, String text) {
        try {
            new Edtf(text);
        } catch (DateTimeException e) {
            problem(field.key(), "date", text);
        }
    }

    private void url(EditField field, String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        problem(field.key(), "url", text);
    }

    private void visibility(EditField field, String text) {
        try {
            new Visibility(text);
        } catch (IllegalArgumentException e) {
            problem(field.key(), "choice", text);
        }
    }

    private void reference(EditField field, String id) {
        Kind kind = field.kind();
        if (kind != null && !exists.test(kind, id)) {
            problem(field.key(), "unknown", id);
        }
    }

    private void quantity(EditField field, Map<?, ?> map) {
        for (String part : List.of("value", "upTo")) {
            Object text = map.get(part);
            if (text == null) {
                if (part.equals("value")) {
                    problem(field.key(), "missing", part);
                }
                continue;
            }
            try {
                new BigDecimal(text.toString());
            } catch (NumberFormatException e) {
                problem(field.key(), "number", text.toString());
            }
        }
        if (map.get("unit") == null) {
            problem(field.key(), "missing", "unit");
        }
    }

    /** A piece of YAML stands on its own feet; what it says is checked with the whole programme. */
    private void structure(EditField field, Raw raw) {
        try {
            Node root = YamlValue.compose(raw.text());
            if (!(root instanceof SequenceNode) && !(root instanceof MappingNode)) {
                problem(field.key(), "structure", "1");
            }
            YamlValue.of(root);
        } catch (MarkedYAMLException e) {
            problem(
                    field.key(),
                    "structure",
                    Integer.toString(
                            e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1));
        } catch (YAMLException | IllegalArgumentException e) {
            problem(field.key(), "structure", "1");
        }
    }

    /** Whether a text can be kept: it has no letters that stand for nothing. */
    public static boolean printable(String text) {
        return text.codePoints().noneMatch(Checks::unprintable);
    }

    private static boolean unprintable(int c) {
        return Character.getType(c) == Character.SURROGATE
                || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                || c == 0xFFFE
                || c == 0xFFFF;
    }

    private void problem(String field, String code, String value) {
        problems.add(new FieldProblem(field, code, value));
    }
}
