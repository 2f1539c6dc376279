package org.darya.portal.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.darya.action.Actions;
import org.darya.agreement.Agreements;
import org.darya.agreement.Commitment;
import org.darya.evidence.Indicators;
import org.darya.register.Catalogue;
import org.darya.register.Catalogue.Line;
import org.darya.register.Entry;
import org.darya.register.EntryTable;
import org.darya.register.Filter;
import org.darya.register.Register;
import org.springframework.stereotype.Component;

/** Where sources disagree: within a record, and between commitments that speak of the same thing. */
@Component
public class Disagreements {
    private final List<EntryTable<? extends Entry>> tables;
    private final Agreements agreements;
    private final Catalogue catalogue;

    Disagreements(
            Register register, Agreements agreements, Actions actions, Indicators indicators, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.agreements = agreements;
        tables = List.of(
                agreements.meetings(),
                agreements.documents(),
                agreements.commitments(),
                agreements.claims(),
                actions.initiatives(),
                actions.projects(),
                register.themes(),
                register.countries(),
                register.organisations(),
                register.sources(),
                indicators.table());
    }

    /** A record and what its sources do not agree on. */
    public record Record(Line line, Entry entry) {}

    public int count() {
        return catalogue.disagreements() + agreements.disagreeingGroups();
    }

    /** Every record that holds disagreements. */
    public List<Record> records() {
        List<Record> records = new ArrayList<>();
        for (EntryTable<? extends Entry> table : tables) {
            for (Entry entry : table.disagreeing()) {
                records.add(new Record(
                        new Line(
                                table.kind(),
                                entry.id(),
                                entry.title(),
                                entry.head().level()),
                        entry));
            }
        }
        return records;
    }

    /** Commitments that speak of the same thing and differ, by group. */
    public List<List<Commitment>> groups() {
        Map<String, List<Commitment>> groups = new LinkedHashMap<>();
        for (Commitment commitment : agreements.commitments().list(Filter.ALL)) {
            if (commitment.group() != null) {
                groups.computeIfAbsent(Objects.requireNonNull(commitment.group()), group -> new ArrayList<>())
                        .add(commitment);
            }
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }
}
