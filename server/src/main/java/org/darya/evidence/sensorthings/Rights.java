package org.darya.evidence.sensorthings;

import java.util.ArrayList;
import java.util.List;

/**
 * What a caller may see and do; the one place through which rights enter queries, writes and notifications.
 *
 * @param everything whether nothing is hidden
 * @param shared whether what the states share is open
 * @param countries whose national data is open, as alpha-3 codes
 * @param writes whether the caller may write at all
 * @param anyCountry whether it may write what belongs to any country, as far as it sees it
 * @param kind how the caller came in: account, token, import, open or nobody
 * @param name of the account or import
 * @param address from where the caller writes, for the trail; empty at the command line
 */
public record Rights(
        boolean everything,
        boolean shared,
        List<String> countries,
        boolean writes,
        boolean anyCountry,
        String kind,
        String name,
        String address) {
    /** Anybody. */
    public static final Rights ANYBODY = new Rights(false, false, List.of(), false, false, "nobody", "", "");

    public Rights {
        countries = List.copyOf(countries);
    }

    /** The operator at the command line. */
    public static Rights operator(String kind, String name) {
        return new Rights(true, true, List.of(), true, true, kind, name, "");
    }

    /** The same, from an address. */
    public Rights from(String where) {
        return new Rights(everything, shared, countries, writes, anyCountry, kind, name, where);
    }

    /** Whether these are rights of the same caller, wherever it comes from. */
    public boolean sameCaller(Rights other) {
        return from("").equals(other.from(""));
    }

    /** The words of {@link org.darya.platform.Visibility} that are open. */
    public List<String> visibilities() {
        var open = new ArrayList<String>();
        open.add("public");
        if (shared) {
            open.add("shared");
        }
        countries.forEach(country -> open.add("national " + country));
        return open;
    }

    /** Whether a row with this mark is open. */
    public boolean sees(String visibility) {
        return everything || visibilities().contains(visibility);
    }

    /** Whether a row of this country may be written; an empty text is none. */
    public boolean mayWrite(String country) {
        return writes
                && (everything
                        || anyCountry
                        || countries.contains(country)
                        || (countries.isEmpty() && country.isEmpty()));
    }
}
