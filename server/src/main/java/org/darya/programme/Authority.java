package org.darya.programme;

import org.darya.access.Caller;
import org.darya.access.Role;
import org.darya.platform.Visibility;
import org.darya.register.Catalogue.Concerned;

/** What somebody may do with a record. */
enum Authority {
    /** Change it at once. */
    CHANGE,
    /** Propose a change. */
    PROPOSE,
    NONE;

    /**
     * The secretariat changes what it sees; a country its own national records. A focal point proposes for what concerns its
     * country, a partner for what concerns its organisation.
     */
    static Authority over(Caller caller, Concerned record) {
        if (!caller.sees(record.visibility())) {
            return NONE;
        }
        if (caller.is(Role.SECRETARIAT)) {
            return CHANGE;
        }
        String nation = record.visibility().country();
        if (caller.is(Role.FOCAL_POINT)) {
            if (nation != null) {
                return CHANGE;
            }
            return caller.countries().stream().anyMatch(record.countries()::contains) ? PROPOSE : NONE;
        }
        boolean own = caller.organisations().stream().anyMatch(record.organisations()::contains);
        return caller.is(Role.PARTNER) && own ? PROPOSE : NONE;
    }

    /**
     * Whether the record may come to be seen by these instead. A country releases what is its own; nobody takes back from a
     * country what is its own, and what everybody saw becomes no country's secret.
     */
    static boolean mayShow(Caller caller, Visibility before, Visibility after) {
        return before.equals(after)
                || after.atLeastAsWideAs(before)
                || caller.is(Role.SECRETARIAT) && after.equals(Visibility.SHARED);
    }
}
