package org.darya.programme.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.darya.evidence.Dataset;
import org.darya.evidence.DatasetTable;
import org.darya.evidence.Indicator;
import org.darya.evidence.Member;
import org.darya.evidence.Rehearsal;
import org.darya.evidence.SeriesData;
import org.darya.methods.Ucum;
import org.darya.register.Country;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The datasets of a folder: each a table with its provenance beside it. */
final class Evidences {
    private static final Pattern FILE = Pattern.compile("evidence/([^/]+)/(values\\.csv|provenance\\.json)");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Findings findings;
    private final List<Dataset> datasets = new ArrayList<>();
    private final Map<String, DatasetTable> tables = new LinkedHashMap<>();

    Evidences(Findings findings) {
        this.findings = findings;
    }

    List<Dataset> datasets() {
        return List.copyOf(datasets);
    }

    void read(SortedMap<String, byte[]> files) {
        Set<String> names = new TreeSet<>();
        for (String path : files.keySet()) {
            Matcher matcher = FILE.matcher(path);
            if (matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        for (String name : names) {
            String folder = "evidence/" + name + '/';
            byte[] provenance = file(folder + "provenance.json", files);
            byte[] values = file(folder + "values.csv", files);
            Dataset dataset = provenance == null ? null : dataset(name, folder + "provenance.json", provenance);
            if (dataset != null && values != null) {
                datasets.add(dataset);
                table(dataset, folder, values);
            }
        }
        checkSeries();
    }

    private byte @Nullable [] file(String path, SortedMap<String, byte[]> files) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            findings.problem(
                    new Place(path, 1, 1),
                    "The file is missing.",
                    "Maybe a dataset was moved in part: it needs values.csv and provenance.json.");
        }
        return bytes;
    }

    // ---- provenance

    private @Nullable Dataset dataset(String name, String file, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            findings.problem(
                    new Place(file, 1, 1), "The file is not written in UTF-8.", "Maybe save it again as UTF-8.");
            return null;
        }
        Node root = YamlText.parse(file, text, findings); // JSON is YAML too, and this reading knows places
        if (!(root instanceof MappingNode mapping)) {
            if (!YamlText.failed(file, findings)) {
                findings.problem(new Place(file, 1, 1), "The file holds no fields.", "Maybe a brace is missing.");
            }
            return null;
        }
        Fields fields = new Fields(file, mapping, findings);
        Dataset dataset = dataset(name, fields);
        fields.finish();
        return dataset;
    }

    private Dataset dataset(String name, Fields fields) {
        String id = fields.string("id");
        if (!id.equals(name)) {
            fields.problem(
                    "id",
                    "The dataset is called \"%s\" and lies in a folder \"%s\".".formatted(id, name),
                    "Maybe one of the two was renamed.");
        }
        findings.declare("datasets", id, fields.place("id"));
        return new Dataset(
                id,
                fields.text("title"),
                fields.string("publisher"),
                fields.requiredRef("source", Kind.SOURCE),
                fields.string("licence"),
                fields.choice("licenceClass", Dataset.LicenceClass.class),
                fields.text("attribution"),
                matching("retrieved", DAY, "Maybe write the day as 2024-08-26.", fields),
                fields.object(
                        "origin",
                        origin -> new Dataset.Original(
                                origin.string("repository"),
                                origin.string("path"),
                                origin.stringOrNull("commit"),
                                hash(origin))),
                fields.text("made"),
                hash(fields),
                fields.integer("rows"));
    }

    private static String hash(Fields fields) {
        return matching("sha256", SHA256, "Maybe it is no SHA-256: 64 digits and letters a to f.", fields);
    }

    private static String matching(String key, Pattern pattern, String maybe, Fields fields) {
        String value = fields.string(key);
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            fields.problem(key, "\"%s\" may not be \"%s\".".formatted(key, value), maybe);
        }
        return value;
    }

    // ---- values

    private void table(Dataset dataset, String folder, byte[] values) {
        String file = folder + "values.csv";
        DatasetTable table = DatasetTable.read(file, values, dataset.publisher());
        tables.put(dataset.id(), table);
        table.faults()
                .forEach(fault -> findings.problem(
                        new Place(file, (int) fault.line(), fault.column() == null ? 1 : fault.column()),
                        fault.reason(),
                        fault.maybe()));
        String provenance = folder + "provenance.json";
        String sha256 = sha256(values);
        if (SHA256.matcher(dataset.sha256()).matches() && !sha256.equals(dataset.sha256())) {
            findings.problem(
                    new Place(provenance, 1, 1),
                    "The values have the SHA-256 %s, and not the one that is named, %s."
                            .formatted(sha256, dataset.sha256()),
                    "Maybe values.csv was changed and its provenance was not.");
        }
        if (table.rows() != dataset.rows()) {
            findings.problem(
                    new Place(provenance, 1, 1),
                    "The table has %d rows, and not %d.".formatted(table.rows(), dataset.rows()),
                    "Maybe values.csv was changed and its provenance was not.");
        }
        table.series().forEach(series -> checkUnit(file, series));
    }

    private void checkUnit(String file, SeriesData series) {
        Place place = new Place(file, (int) line(series), 1);
        if (series.unit().isEmpty()) {
            findings.problem(
                    place,
                    "The series \"%s\" has no unit.".formatted(series.indicator()),
                    "Maybe it is a bare number; then write 1.");
            return;
        }
        try {
            new Ucum(series.unit());
        } catch (IllegalArgumentException e) {
            String[] said = String.valueOf(e.getMessage()).split("\n", 2);
            findings.problem(place, said[0], said.length > 1 ? said[1] : "Maybe it is no UCUM code.");
        }
    }

    /** A series that stands in two datasets of one publisher would be one and the same. */
    private void checkSeries() {
        Map<String, String> seen = new HashMap<>();
        tables.forEach((dataset, table) -> table.series().forEach(series -> {
            String before = seen.putIfAbsent(series.id(), dataset);
            if (before != null && !before.equals(dataset)) {
                findings.problem(
                        new Place("evidence/" + dataset + "/values.csv", (int) line(series), 1),
                        "The series \"%s\" %s stands in the dataset \"%s\" of the same publisher too."
                                .formatted(series.indicator(), series.dimensions(), before),
                        "Maybe give it another code, or keep it in one of the two.");
            }
        }));
    }

    /** Every code of a dimension has its words; the codes of countries are those of the country records. */
    void checkWords(List<Member> members, List<Country> countries) {
        Map<String, Set<String>> known = new HashMap<>();
        members.forEach(member -> known.computeIfAbsent(member.dimension(), dimension -> new HashSet<>())
                .add(member.code()));
        countries.forEach(country ->
                known.computeIfAbsent("country", dimension -> new HashSet<>()).add(country.id()));
        tables.forEach((dataset, table) -> {
            Set<String> told = new HashSet<>();
            for (SeriesData series : table.series()) {
                series.dimensions().forEach((dimension, code) -> {
                    Set<String> codes = known.getOrDefault(dimension, Set.of());
                    if (!codes.contains(code) && told.add(dimension + '/' + code)) {
                        String near = Nearest.to(code, codes);
                        findings.problem(
                                new Place("evidence/" + dataset + "/values.csv", (int) line(series), 1),
                                "The code \"%s\" of \"%s\" has no words.".formatted(code, dimension),
                                near == null
                                        ? "Maybe it is still to be written in a list \"members\"; countries have records of their own."
                                        : "Maybe \"%s\" is meant.".formatted(near));
                    }
                });
            }
        });
    }

    private static long line(SeriesData series) {
        return series.rows().stream().mapToLong(SeriesData.Row::line).min().orElse(1);
    }

    // ---- computing for a trial

    /** Computes all indicators from the files, so that what cannot be computed is told before anything is loaded. */
    Rehearsal rehearse(List<Indicator> indicators, List<Member> members, List<Country> countries) {
        Rehearsal rehearsal = Rehearsal.of(
                indicators, tables, members, countries.stream().map(Country::id).toList());
        for (Rehearsal.Fault fault : rehearsal.faults()) {
            Place place = findings.placeOf(Kind.INDICATOR, fault.indicator());
            if (place != null) {
                findings.problem(place, fault.message(), fault.maybe());
            }
        }
        return rehearsal;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
