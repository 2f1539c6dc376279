package org.darya.portal.done;

import java.util.List;
import org.darya.action.Initiative;

/** Initiatives; a proposal is not shown among those linked with the programme. */
public record InitiativesView(List<Initiative> all) {
    public List<Initiative> of(Initiative.Type type) {
        return all.stream().filter(initiative -> initiative.type() == type).toList();
    }
}
