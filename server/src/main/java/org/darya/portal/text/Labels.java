package org.darya.portal.text;

import java.util.Map;
import org.darya.action.Initiative;
import org.darya.action.MoneyKind;
import org.darya.action.Project;
import org.darya.agreement.Assessment;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Document;
import org.darya.agreement.Finding;
import org.darya.agreement.Meeting;
import org.darya.evidence.ValueStatus;
import org.darya.platform.Words;
import org.darya.register.Country;
import org.darya.register.Kind;
import org.darya.register.Level;
import org.darya.register.Organisation;
import org.darya.register.Qualifier;
import org.darya.register.Source;

/** Which message names a constant: the prefix of its set and its word. */
public final class Labels {
    static final Map<Class<? extends Enum<?>>, String> PREFIXES = Map.ofEntries(
            Map.entry(Level.class, "level"),
            Map.entry(Country.Role.class, "country-role"),
            Map.entry(Organisation.Type.class, "organisation-type"),
            Map.entry(Organisation.PartnerRole.class, "partner-role"),
            Map.entry(Source.Type.class, "source-type"),
            Map.entry(Qualifier.class, "qualifier"),
            Map.entry(Meeting.Type.class, "meeting-type"),
            Map.entry(Meeting.State.class, "meeting-state"),
            Map.entry(Document.Type.class, "document-type"),
            Map.entry(Document.State.class, "document-state"),
            Map.entry(Commitment.Topic.class, "topic"),
            Map.entry(Commitment.Condition.class, "condition"),
            Map.entry(Commitment.Change.class, "change"),
            Map.entry(Commitment.State.class, "commitment-state"),
            Map.entry(Claim.Checkable.class, "checkable"),
            Map.entry(Initiative.Type.class, "initiative-type"),
            Map.entry(Initiative.Standing.class, "standing"),
            Map.entry(Project.Group.class, "project-group"),
            Map.entry(Project.State.class, "project-state"),
            Map.entry(MoneyKind.class, "money"),
            Map.entry(ValueStatus.class, "value-status"),
            Map.entry(Finding.Verdict.class, "verdict"),
            Map.entry(Finding.Outcome.class, "outcome"),
            Map.entry(Assessment.Course.class, "course"));

    private Labels() {}

    static String key(Enum<?> constant) {
        if (constant instanceof Kind kind) {
            return "kind." + kind.word();
        }
        String prefix = PREFIXES.get(constant.getDeclaringClass());
        if (prefix == null) {
            throw new IllegalArgumentException("No messages name " + constant.getDeclaringClass());
        }
        return prefix + "." + Words.of(constant);
    }
}
