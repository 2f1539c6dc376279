package org.darya.evidence.sensorthings;

import java.util.List;
import org.darya.access.Caller;
import org.darya.access.Role;
import org.darya.platform.Visibility;
import org.jspecify.annotations.Nullable;

/** What the callers of the house may do with observations. */
public final class CallerRights {
    private static final String OBSERVATIONS = "observations";

    private CallerRights() {}

    /**
     * Operators of hydrometeorological services write for their country, the secretariat and administrators whatever they
     * see; a token does so with the scope {@code observations} only, and reads with that or {@code read}.
     *
     * @return null for a token that is for something else
     */
    public static @Nullable Rights of(Caller caller) {
        if (caller.anonymous()) {
            return Rights.ANYBODY;
        }
        boolean token = caller.means() == Caller.Means.TOKEN;
        if (token && !caller.scopes().contains("read") && !caller.scopes().contains(OBSERVATIONS)) {
            return null;
        }
        boolean keeper = caller.is(Role.SECRETARIAT) || caller.is(Role.ADMINISTRATOR);
        boolean writes = (keeper || caller.is(Role.HYDROMET_OPERATOR))
                && (!token || caller.scopes().contains(OBSERVATIONS));
        return new Rights(
                false,
                caller.sees(Visibility.SHARED),
                List.copyOf(caller.countries()),
                writes,
                keeper,
                token ? "token" : "account",
                caller.name(),
                "");
    }
}
