package org.darya.portal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.action.Money;
import org.darya.action.Project;
import org.darya.agreement.Document;
import org.darya.agreement.Meeting;
import org.darya.register.Entry;
import org.darya.register.Head;
import org.darya.register.LocalText;
import org.darya.register.Source;
import org.darya.register.Statement;

/** Every source a page rests on, in the order the page names them, so that a printed page carries all its addresses. */
public final class Cited {
    private Cited() {}

    /** Ids of sources. */
    public static List<String> by(Entry entry) {
        Head head = entry.head();
        Set<String> ids = new LinkedHashSet<>(head.sources());
        switch (entry) {
            case Project project -> project.money().stream().map(Money::sources).forEach(ids::addAll);
            case Document document ->
                document.stages().stream().map(Document.Stage::sources).forEach(ids::addAll);
            case Meeting meeting -> {
                meeting.results().stream().map(Statement::sources).forEach(ids::addAll);
                meeting.participants().people().stream()
                        .map(Meeting.Person::sources)
                        .forEach(ids::addAll);
            }
            default -> {}
        }
        head.facts().forEach(fact -> ids.addAll(fact.sources()));
        head.disagreements().stream()
                .flatMap(disagreement -> disagreement.statements().stream())
                .forEach(statement -> ids.addAll(statement.sources()));
        return new ArrayList<>(ids);
    }

    /** Sources of one publisher together, publishers in the order they are first cited. */
    public static List<List<Source>> byPublisher(List<Source> sources) {
        Map<LocalText, List<Source>> groups = new LinkedHashMap<>();
        sources.forEach(source -> groups.computeIfAbsent(source.publisher(), publisher -> new ArrayList<>())
                .add(source));
        return List.copyOf(groups.values());
    }
}
