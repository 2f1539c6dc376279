package org.darya.evidence.sensorthings;

import java.util.List;

/**
 * What a caller may see and do; the one place through which rights enter queries, writes and notifications.
 *
 * @param everything whether nothing is hidden
 * @param shared whether what the states share is open
 * @param countries whose national data is open
 * @param writes whether the caller may write at all
 * @param kind how the caller came in: account, token, import, open or nobody
 * @param name of the account, token or import
 */
public record Rights(
        boolean everything, boolean shared, List<String> countries, boolean writes, String kind, String name) {
    /** Anybody. */
    public static final Rights ANYBODY = new Rights(false, false, List.of(), false, "nobody", "");

    public Rights {
        countries = List.copyOf(countries);
    }

    /** The operator at the command line. */
    public static Rights operator(String kind, String name) {
        return new Rights(true, true, List.of(), true, kind, name);
    }

    /** Whether a row with these marks is open. */
    public boolean sees(String visibility, String country) {
        return everything
                || visibility.equals("public")
                || (shared && visibility.equals("shared"))
                || countries.contains(country);
    }

    /** Whether a row with these marks may be written. */
    public boolean mayWrite(String country) {
        return writes && (everything || countries.contains(country));
    }
}
