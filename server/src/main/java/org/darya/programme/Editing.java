package org.darya.programme;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.darya.access.Caller;
import org.darya.access.Callers;
import org.darya.access.Role;
import org.darya.access.Secrets;
import org.darya.programme.edit.Checks;
import org.darya.programme.edit.Forms;
import org.darya.programme.edit.Inputs;
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
    private final Programmes programmes;
    private final Proposals proposals;
    private final Register register;
    private final Preparation preparation;
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
        this.preparation = new Preparation(programmes, register, catalogue);
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Kinds of record that are edited in the browser. */
    public List<Kind> kinds() {
        return Forms.KINDS;
    }

    /** Whether the caller may change the record or propose to. */
    public boolean open(Kind kind, String id) {
        return Forms.KINDS.contains(kind) && authority(kind, id) != Authority.NONE;
    }

    /** Whether there is such a record for the caller, to be changed or not. */
    public boolean seen(Kind kind, String id) {
        return catalogue.concerned(kind, id) != null;
    }

    /** A field of the records of a kind, or null where there is none of that key. */
    public @Nullable EditField field(Kind kind, String key) {
        return !Forms.KINDS.contains(kind)
                ? null
                : Forms.of(kind).stream()
                        .filter(field -> field.key().equals(key))
                        .findFirst()
                        .orElse(null);
    }

    /** The record for a form, or null where there is none that the caller may change. */
    public @Nullable Draft draft(Kind kind, String id) {
        Authority authority = authority(kind, id);
        Placement.Found found = authority == Authority.NONE || !Forms.KINDS.contains(kind)
                ? null
                : Placement.find(preparation.folder(), kind, id);
        if (found == null) {
            return null;
        }
        return new Draft(
                kind,
                id,
                version(found.file().record(id)),
                Inputs.of(found.file(), id, kind, preparation.languages()),
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
            Differences.between(kind, now.inputs(), inputs, before, after);
            if (after.isEmpty()) {
                return new EditOutcome.Unchanged();
            }
            Preparation.Ready ready = preparation.ready(kind, id, false, inputs, after.keySet(), why);
            return switch (ready) {
                case Preparation.Ready.Not not -> not.outcome();
                case Preparation.Ready.Made made
                when authority == Authority.PROPOSE -> propose(kind, id, false, before, after, why, made);
                case Preparation.Ready.Made made -> save(id, made);
            };
        });
    }

    /** Makes a record, or proposes to. */
    public EditOutcome add(Kind kind, String id, Map<String, String> inputs, String why) {
        if (empty(kind) == null) {
            return new EditOutcome.Refused();
        }
        return inTransaction(why, id, () -> {
            Map<String, String> before = new LinkedHashMap<>();
            Map<String, String> after = new LinkedHashMap<>();
            Differences.between(kind, Map.of(), inputs, before, after);
            return switch (preparation.ready(kind, id, true, inputs, after.keySet(), why)) {
                case Preparation.Ready.Not not -> not.outcome();
                case Preparation.Ready.Made made -> {
                    Concerned concerned = Preparation.concerned(made, kind, id);
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
                Placement.Found found = Placement.find(preparation.folder(), proposal.kind(), proposal.record());
                if (found == null) {
                    return new EditOutcome.Refused();
                }
                inputs.putAll(Inputs.of(found.file(), proposal.record(), proposal.kind(), preparation.languages()));
                for (Map.Entry<String, String> was : proposal.before().entrySet()) {
                    if (!Differences.lines(inputs.getOrDefault(was.getKey(), ""))
                            .equals(Differences.lines(was.getValue()))) {
                        Draft now = draft(proposal.kind(), proposal.record());
                        return now == null ? new EditOutcome.Refused() : new EditOutcome.Conflict(now);
                    }
                }
            }
            inputs.putAll(proposal.after());
            return switch (preparation.ready(
                    proposal.kind(),
                    proposal.record(),
                    proposal.adding(),
                    inputs,
                    proposal.after().keySet(),
                    proposal.why())) {
                case Preparation.Ready.Not not -> not.outcome();
                case Preparation.Ready.Made made -> save(proposal.record(), made);
            };
        });
    }

    // ---- making it so

    private EditOutcome save(String id, Preparation.Ready.Made made) {
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
            Preparation.Ready.Made made) {
        Concerned now = Preparation.concerned(made, kind, id);
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
    private void tryOut(Preparation.Ready.Made made) {
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
        if (!Checks.printable(why)) {
            return invalid("why", "letters", "");
        }
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

    private Authority authority(Kind kind, String id) {
        Concerned concerned = catalogue.concerned(kind, id);
        return concerned == null ? Authority.NONE : Authority.over(Callers.current(), concerned);
    }

    private static String version(String record) {
        return HexFormat.of().formatHex(Secrets.hash(record), 0, 16);
    }
}
