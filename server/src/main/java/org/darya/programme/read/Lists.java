package org.darya.programme.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.darya.action.Initiative;
import org.darya.action.Project;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Document;
import org.darya.agreement.Meeting;
import org.darya.evidence.Indicator;
import org.darya.evidence.Member;
import org.darya.evidence.Rehearsal;
import org.darya.programme.ProgrammeContent;
import org.darya.register.Country;
import org.darya.register.Entry;
import org.darya.register.Kind;
import org.darya.register.Organisation;
import org.darya.register.Programme;
import org.darya.register.Source;
import org.darya.register.Theme;
import org.jspecify.annotations.Nullable;

/** The records of a folder by kind, and the rules that hold between them. */
final class Lists {
    private static final Map<Kind, Function<Fields, Entry>> READERS = readers();

    /** Words for codes stand in a list of their own and are no records. */
    static final String MEMBERS = "members";

    private final Findings findings;
    private final List<Member> members = new ArrayList<>();
    private final Evidences evidences;
    private final Map<Kind, List<Entry>> records = new EnumMap<>(Kind.class);

    Lists(Findings findings) {
        this.findings = findings;
        this.evidences = new Evidences(findings);
        for (Kind kind : Kind.values()) {
            records.put(kind, new ArrayList<>());
        }
    }

    private static Map<Kind, Function<Fields, Entry>> readers() {
        Map<Kind, Function<Fields, Entry>> readers = new EnumMap<>(Kind.class);
        readers.put(Kind.THEME, RegisterFiles::theme);
        readers.put(Kind.COUNTRY, RegisterFiles::country);
        readers.put(Kind.ORGANISATION, RegisterFiles::organisation);
        readers.put(Kind.SOURCE, RegisterFiles::source);
        readers.put(Kind.MEETING, AgreementFiles::meeting);
        readers.put(Kind.DOCUMENT, AgreementFiles::document);
        readers.put(Kind.COMMITMENT, AgreementFiles::commitment);
        readers.put(Kind.CLAIM, AgreementFiles::claim);
        readers.put(Kind.INITIATIVE, ActionFiles::initiative);
        readers.put(Kind.PROJECT, ActionFiles::project);
        readers.put(Kind.INDICATOR, IndicatorFiles::indicator);
        return readers;
    }

    static List<String> words() {
        return Stream.concat(Arrays.stream(Kind.values()).map(Kind::word), Stream.of(MEMBERS))
                .toList();
    }

    void add(Kind kind, Fields fields) {
        Function<Fields, Entry> reader = READERS.get(kind);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + kind);
        }
        list(kind, Entry.class).add(reader.apply(fields));
        fields.finish();
    }

    void addMember(Fields fields) {
        members.add(IndicatorFiles.member(fields));
        fields.finish();
    }

    /** Takes the datasets of a folder. */
    void addDatasets(SortedMap<String, byte[]> files) {
        evidences.read(files);
    }

    /** Rules between records: a level no better than its sources, one record to an address, no circle of parts. */
    void checkTogether() {
        Map<String, Source> sources = new HashMap<>();
        list(Kind.SOURCE, Source.class).forEach(source -> sources.put(source.id(), source));
        records.forEach((kind, entries) -> entries.forEach(entry -> checkLevel(kind, entry, sources)));
        checkAddresses();
        checkParts();
        evidences.checkWords(members, list(Kind.COUNTRY, Country.class));
        Rehearsal rehearsal =
                evidences.rehearse(list(Kind.INDICATOR, Indicator.class), members, list(Kind.COUNTRY, Country.class));
        new Comparisons(findings, rehearsal, list(Kind.INDICATOR, Indicator.class))
                .check(list(Kind.CLAIM, Claim.class), list(Kind.COMMITMENT, Commitment.class));
    }

    private void checkLevel(Kind kind, Entry entry, Map<String, Source> sources) {
        var levels = entry.head().sources().stream()
                .map(sources::get)
                .filter(source -> source != null)
                .map(source -> source.head().level())
                .toList();
        Place place = findings.placeOf(kind, entry.id());
        if (place != null
                && !levels.isEmpty()
                && levels.stream()
                        .allMatch(level -> level.compareTo(entry.head().level()) > 0)) {
            findings.problem(
                    place,
                    "\"%s\" is of level %s, but its best source is of level %s."
                            .formatted(
                                    entry.id(),
                                    entry.head().level(),
                                    levels.stream().sorted().toList().getFirst()),
                    "Maybe a source is missing, or the level of the record is too high.");
        }
    }

    private void checkAddresses() {
        Map<String, String> seen = new HashMap<>();
        for (Source source : list(Kind.SOURCE, Source.class)) {
            String url = source.url();
            String before = url == null ? null : seen.putIfAbsent(url, source.id());
            Place place = findings.placeOf(Kind.SOURCE, source.id());
            if (before != null && place != null) {
                findings.problem(
                        place,
                        "\"%s\" has the same address as \"%s\".".formatted(source.id(), before),
                        "Maybe one record is enough for one page.");
            }
        }
    }

    private void checkParts() {
        Map<String, Project> projects = new HashMap<>();
        list(Kind.PROJECT, Project.class).forEach(project -> projects.put(project.id(), project));
        for (Project project : projects.values()) {
            @Nullable Project above = project;
            for (int steps = 0; above != null; steps++) {
                above = above.partOf() == null ? null : projects.get(above.partOf());
                Place place = findings.placeOf(Kind.PROJECT, project.id());
                if (steps > projects.size() && place != null) {
                    findings.problem(
                            place,
                            "\"%s\" is part of itself by way of others.".formatted(project.id()),
                            "Maybe one \"partOf\" in the chain points the wrong way.");
                    break;
                }
            }
        }
    }

    ProgrammeContent content(Programme programme) {
        return new ProgrammeContent(
                programme,
                List.copyOf(list(Kind.THEME, Theme.class)),
                List.copyOf(list(Kind.COUNTRY, Country.class)),
                List.copyOf(list(Kind.ORGANISATION, Organisation.class)),
                List.copyOf(list(Kind.SOURCE, Source.class)),
                List.copyOf(list(Kind.MEETING, Meeting.class)),
                List.copyOf(list(Kind.DOCUMENT, Document.class)),
                List.copyOf(list(Kind.COMMITMENT, Commitment.class)),
                List.copyOf(list(Kind.CLAIM, Claim.class)),
                List.copyOf(list(Kind.INITIATIVE, Initiative.class)),
                List.copyOf(list(Kind.PROJECT, Project.class)),
                List.copyOf(members),
                evidences.datasets(),
                List.copyOf(list(Kind.INDICATOR, Indicator.class)));
    }

    @SuppressWarnings("unchecked") // a list holds what the reader of its kind gives
    private <T extends Entry> List<T> list(Kind kind, Class<T> type) {
        return (List<T>) records.getOrDefault(kind, List.of());
    }
}
