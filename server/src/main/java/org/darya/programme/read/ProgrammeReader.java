package org.darya.programme.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.darya.programme.Problem;
import org.darya.programme.ProgrammeFolder;
import org.darya.programme.Reading;
import org.darya.register.Kind;
import org.darya.register.Programme;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a programme folder whole, or says everything that is wrong with it. */
public final class ProgrammeReader {
    private static final String MAIN = "programme.yaml";

    private final ProgrammeFolder folder;
    private final Findings findings = new Findings();
    private final Lists lists = new Lists(findings);

    private ProgrammeReader(ProgrammeFolder folder) {
        this.folder = folder;
    }

    public static Reading read(ProgrammeFolder folder) {
        return new ProgrammeReader(folder).read();
    }

    private Reading read() {
        Programme programme = programme();
        folder.files().forEach((name, bytes) -> {
            if (!name.equals(MAIN) && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
                records(name, bytes);
            }
        });
        lists.addDatasets(folder.files());
        findings.checkNamings();
        lists.checkTogether();
        List<Problem> problems = findings.problems();
        if (!problems.isEmpty() || programme == null) {
            return new Reading.Faulty(problems);
        }
        return new Reading.Sound(lists.content(programme));
    }

    private @Nullable Programme programme() {
        byte[] bytes = folder.files().get(MAIN);
        if (bytes == null) {
            findings.problem(
                    new Place(MAIN, 1, 1), "The file is missing.", "Maybe this is not the folder of a programme.");
            return null;
        }
        String text = decode(MAIN, bytes);
        Node root = text == null ? null : YamlText.parse(MAIN, text, findings);
        if (!(root instanceof MappingNode mapping)) {
            notOneKey(MAIN, root, "programme");
            return null;
        }
        Fields outer = new Fields(MAIN, mapping, findings);
        Programme programme = outer.object("programme", this::programme);
        if (!outer.has("programme")) {
            notOneKey(MAIN, root, "programme");
        }
        outer.finish();
        return programme;
    }

    private Programme programme(Fields fields) {
        List<String> languages = fields.strings("languages");
        if (languages.isEmpty()) {
            fields.problem("languages", "No language is named.", "Maybe write languages: [ru, kk, en].");
        }
        findings.languages(languages);
        return new Programme(
                fields.string("id"),
                fields.text("title"),
                fields.text("short"),
                fields.text("lead"),
                fields.date("years"),
                languages,
                fields.refs("parties", Kind.COUNTRY),
                fields.requiredRef("summit", Kind.MEETING),
                fields.requiredRef("declaration", Kind.DOCUMENT),
                fields.requiredRef("action", Kind.DOCUMENT),
                map(fields));
    }

    private String map(Fields fields) {
        String name = fields.string("map");
        byte[] bytes = folder.files().get(name);
        if (bytes == null) {
            if (!name.isEmpty()) {
                fields.problem(
                        "map",
                        "The folder has no file \"%s\".".formatted(name),
                        "Maybe it lies in a subfolder; paths are written from the folder of the programme.");
            }
            return "";
        }
        String text = decode(name, bytes);
        return text == null ? "" : MapFile.checked(name, text, findings);
    }

    private void records(String name, byte[] bytes) {
        String text = decode(name, bytes);
        Node root = text == null ? null : YamlText.parse(name, text, findings);
        if (text == null || (root == null && YamlText.failed(name, findings))) {
            return;
        }
        if (!(root instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
            notOneKey(name, root, "one of " + String.join(", ", Lists.words()));
            return;
        }
        NodeTuple only = mapping.getValue().getFirst();
        String key = only.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        Kind kind = Kind.ofWord(key);
        if (kind == null && !key.equals(Lists.MEMBERS)) {
            String near = Nearest.to(key, Lists.words());
            findings.problem(
                    Place.of(name, only.getKeyNode()),
                    "\"%s\" is no kind of record.".formatted(key),
                    near == null
                            ? "Maybe one of these is meant: %s.".formatted(String.join(", ", Lists.words()))
                            : "Maybe \"%s\" is meant.".formatted(near));
            return;
        }
        if (!(only.getValueNode() instanceof SequenceNode sequence)) {
            findings.problem(
                    Place.of(name, only.getValueNode()),
                    "\"%s\" must be a list of records.".formatted(key),
                    "Maybe a dash before \"id\" is missing.");
            return;
        }
        for (Node item : sequence.getValue()) {
            if (item instanceof MappingNode record) {
                Fields fields = new Fields(name, record, findings);
                if (kind == null) {
                    lists.addMember(fields);
                } else {
                    lists.add(kind, fields);
                }
            } else {
                findings.problem(Place.of(name, item), "A record must have fields.", "Maybe a colon is missing.");
            }
        }
    }

    private @Nullable String decode(String name, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(in).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < in.position(); i++) {
                column = bytes[i] == '\n' ? 1 : column + 1;
                line += bytes[i] == '\n' ? 1 : 0;
            }
            findings.problem(
                    new Place(name, line, column),
                    "The file is not written in UTF-8.",
                    "Maybe it was saved in Windows-1251; save it again as UTF-8.");
            return null;
        }
    }

    private void notOneKey(String name, @Nullable Node root, String expected) {
        if (YamlText.failed(name, findings)) {
            return;
        }
        findings.problem(
                root == null ? new Place(name, 1, 1) : Place.of(name, root),
                "The file must have one word at its top: %s.".formatted(expected),
                "Maybe split it: one kind of record to a file.");
    }
}
