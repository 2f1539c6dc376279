package org.darya.programme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.access.Secrets;
import org.darya.platform.Visibility;
import org.darya.programme.edit.Checks;
import org.darya.programme.edit.Forms;
import org.darya.programme.edit.Inputs;
import org.darya.programme.edit.RecordFile;
import org.darya.programme.edit.YamlValue;
import org.darya.programme.read.ProgrammeReader;
import org.darya.register.Catalogue;
import org.darya.register.Catalogue.Concerned;
import org.darya.register.Kind;
import org.darya.register.Programme;
import org.darya.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of records. A change is written into the text of the programme at its place, the whole text is read again, and only
 * if it is in order are text and records replaced, in one transaction.
 */
@Service
public class Editing {
    private static final String NEW_ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Programmes programmes;
    private final Proposals proposals;
    private final Register register;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Editing(
            Programmes programmes,
            Proposals proposals,
            Register register,
            Catalogue catalogue,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.programmes = programmes;
        this.proposals = proposals;
        this.register = register;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A file of records and where it lies. */
    private record Found(String path, RecordFile file) {}

    /** A change as far as it could be made ready. */
    private sealed interface Ready {
        record Made(ProgrammeFolder folder, Reading.Sound sound) implements Ready {}

        record Not(EditOutcome outcome) implements Ready {}
    }

    /** Kinds of record that are edited in the browser. */
    public List<Kind> kinds() {
        return Forms.KINDS;
    }

    /** Whether the caller may change the record or propose to. */
    public boolean open(Kind kind, String id) {
        return Forms.KINDS.contains(kind) && authority(kind, id) != Authority.NONE;
    }

    /** The record for a form, or null where there is none that the caller may change. */
    public @Nullable Draft draft(Kind kind, String id) {
        Authority authority = authority(kind, id);
        Found found = authority == Authority.NONE || !Forms.KINDS.contains(kind) ? null : find(folder(), kind, id);
        if (found == null) {
            return null;
        }
        return new Draft(
                kind,
                id,
                version(found.file().record(id)),
                Inputs.of(found.file(), id, kind, languages()),
                Forms.of(kind),
                authority == Authority.CHANGE);
    }

    /** An empty form, or null where the caller makes no such records. */
    public @Nullable Draft empty(Kind kind) {
        Caller caller = Callers.current();
        boolean may = caller.is(Role.SECRETARIAT) || caller.is(Role.FOCAL_POINT) || caller.is(Role.PARTNER);
        if (!may || !Forms.KINDS.contains(kind)) {
            return null;
        }
        Map<String, String> inputs = new LinkedHashMap<>();
        if (kind != Kind.SOURCE) {
            inputs.put("countries", String.join("\n", new TreeSet<>(caller.countries())));
            inputs.put("organisations", String.join("\n", caller.organisations()));
        }
        return new Draft(kind, null, "", inputs, Forms.of(kind), caller.is(Role.SECRETARIAT));
    }

    /**
     * Changes a record, or proposes to.
     *
     * @param version of the draft that was filled in
     * @param inputs all of the form
     */
    public EditOutcome change(Kind kind, String id, String version, Map<String, String> inputs, String why) {
        Authority authority = authority(kind, id);
        if (authority == Authority.NONE || !Forms.KINDS.contains(kind)) {
            return new EditOutcome.Refused();
        }
        return inTransaction(why, id, () -> {
            Draft now = draft(kind, id);
            if (now == null) {
                return new EditOutcome.Refused();
            }
            if (!now.version().equals(version)) {
                return new EditOutcome.Conflict(now);
            }
            Map<String, String> before = new LinkedHashMap<>();
            Map<String, String> after = new LinkedHashMap<>();
            differences(kind, now.inputs(), inputs, before, after);
            if (after.isEmpty()) {
                return new EditOutcome.Unchanged();
            }
            Ready ready = ready(kind, id, false, inputs, after.keySet());
            return switch (ready) {
                case Ready.Not not -> not.outcome();
                case Ready.Made made
                when authority == Authority.PROPOSE -> propose(kind, id, false, before, after, why, made);
                case Ready.Made made -> save(id, made);
            };
        });
    }

    /** Makes a record, or proposes to. */
    public EditOutcome add(Kind kind, String id, Map<String, String> inputs, String why) {
        if (empty(kind) == null) {
            return new EditOutcome.Refused();
        }
        if (!id.matches(NEW_ID) || id.length() > 80) {
            return invalid("id", "id", id);
        }
        return inTransaction(why, id, () -> {
            Map<String, String> before = new LinkedHashMap<>();
            Map<String, String> after = new LinkedHashMap<>();
            differences(kind, Map.of(), inputs, before, after);
            return switch (ready(kind, id, true, inputs, after.keySet())) {
                case Ready.Not not -> not.outcome();
                case Ready.Made made -> {
                    Concerned concerned = concerned(made, kind, id);
                    Authority authority = Authority.over(Callers.current(), concerned);
                    if (authority == Authority.NONE) {
                        yield invalid("countries", "own", "");
                    }
                    yield authority == Authority.CHANGE
                            ? save(id, made)
                            : propose(kind, id, true, before, after, why, made);
                }
            };
        });
    }

    /** Makes what was proposed. Belongs in the approver's transaction. */
    EditOutcome carryOut(Proposal proposal, String why) {
        return inTransaction(why, proposal.record(), () -> {
            Map<String, String> inputs = new LinkedHashMap<>();
            if (!proposal.adding()) {
                Found found = find(folder(), proposal.kind(), proposal.record());
                if (found == null) {
                    return new EditOutcome.Refused();
                }
                inputs.putAll(Inputs.of(found.file(), proposal.record(), proposal.kind(), languages()));
                for (Map.Entry<String, String> was : proposal.before().entrySet()) {
                    if (!lines(inputs.getOrDefault(was.getKey(), "")).equals(lines(was.getValue()))) {
                        Draft now = draft(proposal.kind(), proposal.record());
                        return now == null ? new EditOutcome.Refused() : new EditOutcome.Conflict(now);
                    }
                }
            }
            inputs.putAll(proposal.after());
            return switch (ready(
                    proposal.kind(),
                    proposal.record(),
                    proposal.adding(),
                    inputs,
                    proposal.after().keySet())) {
                case Ready.Not not -> not.outcome();
                case Ready.Made made -> save(proposal.record(), made);
            };
        });
    }

    // ---- making a change ready

    private Ready ready(Kind kind, String id, boolean adding, Map<String, String> inputs, Set<String> touched) {
        List<String> languages = languages();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Forms.of(kind).forEach(field -> values.put(field.key(), Inputs.value(field, inputs, languages)));
        List<FieldProblem> problems = new ArrayList<>(new Checks(languages, this::exists).of(kind, inputs, values));
        ProgrammeFolder folder = folder();
        Found found = find(folder, kind, id);
        if (adding == (found != null)) {
            problems.add(new FieldProblem("id", adding ? "taken" : "gone", id));
        }
        Visibility after = visibility(values.get("visibility"));
        Visibility before =
                found == null ? after : visibility(found.file().values(id).get("visibility"));
        if (after == null
                || before == null
                || !Callers.current().sees(after)
                || !Authority.mayShow(Callers.current(), before, after)) {
            problems.add(new FieldProblem("visibility", "show", String.valueOf(values.get("visibility"))));
        }
        if (!problems.isEmpty() || after == null) {
            return new Ready.Not(new EditOutcome.Invalid(problems, List.of()));
        }
        // what the form did not touch keeps its way of being written
        if (!adding) {
            Set<String> keys = new TreeSet<>();
            touched.forEach(name -> keys.add(name.contains(".") ? name.substring(0, name.indexOf('.')) : name));
            values.keySet().retainAll(keys);
        }
        ProgrammeFolder changed = written(folder, found, kind, id, values, after);
        return switch (ProgrammeReader.read(changed)) {
            case Reading.Faulty faulty -> new Ready.Not(new EditOutcome.Invalid(List.of(), faulty.problems()));
            case Reading.Sound sound -> new Ready.Made(changed, sound);
        };
    }

    private ProgrammeFolder written(
            ProgrammeFolder folder,
            @Nullable Found found,
            Kind kind,
            String id,
            Map<String, @Nullable Object> values,
            Visibility seenBy) {
        var files = new TreeMap<>(folder.files());
        if (found == null) {
            var record = new StringBuilder("id: ").append(id);
            values.forEach((key, value) -> {
                if (value != null) {
                    record.append('\n').append(YamlValue.field(key, value));
                }
            });
            append(files, kind, id, record.toString(), seenBy);
            return new ProgrammeFolder(files);
        }
        String text = found.file().with(id, values, Forms.order(kind));
        if (values.containsKey("visibility")) {
            // a file is seen whole or not at all, so the record moves into one of its new readers
            var whole = new RecordFile(text);
            String record = whole.record(id);
            String left = whole.without(id);
            if (left == null) {
                files.remove(found.path());
            } else {
                files.put(found.path(), left.getBytes(StandardCharsets.UTF_8));
            }
            append(files, kind, id, record, seenBy);
        } else {
            files.put(found.path(), text.getBytes(StandardCharsets.UTF_8));
        }
        return new ProgrammeFolder(files);
    }

    /** Into the file of records made in the browser, one for each kind and each circle of readers. */
    private static void append(Map<String, byte[]> files, Kind kind, String id, String record, Visibility seenBy) {
        String circle =
                seenBy.equals(Visibility.PUBLIC) ? "" : "-" + seenBy.text().replace(' ', '-');
        String path = "%s/added%s.yaml".formatted(kind.word(), circle.toLowerCase(Locale.ROOT));
        byte[] old = files.get(path);
        String text = old == null
                ? RecordFile.begin(kind.word(), record)
                : new RecordFile(new String(old, StandardCharsets.UTF_8)).add(id, record);
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    // ---- making it so

    private EditOutcome save(String id, Ready.Made made) {
        programmes.edit(made.folder(), made.sound());
        return new EditOutcome.Saved(id);
    }

    private EditOutcome propose(
            Kind kind,
            String id,
            boolean adding,
            Map<String, String> before,
            Map<String, String> after,
            String why,
            Ready.Made made) {
        Concerned now = concerned(made, kind, id);
        Set<String> countries = new TreeSet<>(now.countries());
        Concerned was = adding ? null : catalogue.concerned(kind, id);
        if (was != null) {
            countries.addAll(was.countries());
        }
        tryOut(made);
        Programme programme = register.programme();
        countries.retainAll(programme == null ? Set.of() : Set.copyOf(programme.parties()));
        return new EditOutcome.Proposed(proposals.add(
                kind, id, adding, before, after, countries, was == null ? now.visibility() : was.visibility(), why));
    }

    /** What could not be made need not be proposed: it is made and taken back. */
    private void tryOut(Ready.Made made) {
        PlatformTransactionManager manager = transaction.getTransactionManager();
        if (manager != null) {
            var nested = new TransactionTemplate(manager);
            nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            nested.executeWithoutResult(status -> {
                programmes.edit(made.folder(), made.sound());
                status.setRollbackOnly();
            });
        }
    }

    /** The connection of the transaction is told the reason when it begins. */
    private EditOutcome inTransaction(String why, String id, Supplier<EditOutcome> work) {
        try {
            EditOutcome outcome = Callers.because(
                    why,
                    () -> transaction.execute(status -> {
                        programmes.lock();
                        EditOutcome came = work.get();
                        if (!(came instanceof EditOutcome.Saved || came instanceof EditOutcome.Proposed)) {
                            status.setRollbackOnly();
                        }
                        return came;
                    }));
            return outcome == null ? new EditOutcome.Refused() : outcome;
        } catch (DataIntegrityViolationException | BadSqlGrammarException | UncategorizedSQLException e) {
            // the id is that of a record which the caller does not see
            return invalid("id", "taken", id);
        }
    }

    private static EditOutcome invalid(String field, String code, String value) {
        return new EditOutcome.Invalid(List.of(new FieldProblem(field, code, value)), List.of());
    }

    // ---- what is there

    private Authority authority(Kind kind, String id) {
        Concerned concerned = catalogue.concerned(kind, id);
        return concerned == null ? Authority.NONE : Authority.over(Callers.current(), concerned);
    }

    /** Whom the record will concern. */
    private static Concerned concerned(Ready.Made made, Kind kind, String id) {
        return made.sound().content().of(kind).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(entry -> new Concerned(
                        entry.countries(),
                        Set.copyOf(entry.head().organisations()),
                        entry.head().seenBy()))
                .orElseThrow();
    }

    private boolean exists(Kind kind, String id) {
        return catalogue.concerned(kind, id) != null;
    }

    private ProgrammeFolder folder() {
        return programmes.export();
    }

    private List<String> languages() {
        Programme programme = register.programme();
        return programme == null ? List.of() : programme.languages();
    }

    private static @Nullable Found find(ProgrammeFolder folder, Kind kind, String id) {
        for (Map.Entry<String, byte[]> one : folder.files().entrySet()) {
            String path = one.getKey();
            String text = path.endsWith(".yaml") || path.endsWith(".yml")
                    ? new String(one.getValue(), StandardCharsets.UTF_8)
                    : "";
            if (text.contains(id) && text.contains(kind.word() + ":")) {
                var file = new RecordFile(text);
                if (file.kind().equals(kind.word()) && file.ids().contains(id)) {
                    return new Found(path, file);
                }
            }
        }
        return null;
    }

    private static @Nullable Visibility visibility(@Nullable Object value) {
        try {
            return value == null ? Visibility.PUBLIC : new Visibility(value.toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void differences(
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
    private static String lines(String text) {
        String plain = text.replace("\r\n", "\n").strip();
        return plain.equals("public") ? "" : plain;
    }

    private static String version(String record) {
        return HexFormat.of().formatHex(Secrets.hash(record), 0, 16);
    }
}
