package org.darya.programme.read;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.darya.methods.Ucum;
import org.jspecify.annotations.Nullable;

/** Codes that other bodies keep: units, currencies, countries, addresses. */
final class Units {
    /** A UCUM term: symbols, powers, products and quotients, with annotations in braces. */
    private static final Pattern UCUM = Pattern.compile("[!-z|~]*(\\{[^{}\\s]+\\}[!-z|~]*)*");

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private Units() {}

    static String checked(String key, Fields fields) {
        String unit = fields.string(key);
        if (!UCUM.matcher(unit).matches()) {
            fields.problem(
                    key,
                    "\"%s\" is no UCUM unit.".formatted(unit),
                    "Maybe it has a space or a letter of another alphabet; counted things stand in braces: {tree}.");
        }
        return unit;
    }

    /** A unit that is computed with: a code of UCUM that can be read. */
    static String ucum(String key, Fields fields) {
        String code = fields.string(key);
        if (!code.isEmpty()) {
            try {
                return new Ucum(code).code();
            } catch (IllegalArgumentException e) {
                String[] said = String.valueOf(e.getMessage()).split("\n", 2);
                fields.problem(key, said[0], said[1]);
            }
        }
        return "1";
    }

    static String currency(Fields fields) {
        String code = fields.string("currency");
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            if (!code.isEmpty()) {
                fields.problem(
                        "currency",
                        "\"%s\" is no currency code.".formatted(code),
                        "Maybe write the three letters of ISO 4217, such as USD.");
            }
            return code;
        }
    }

    static void country(String code, Fields fields) {
        if (!COUNTRIES.contains(code)) {
            fields.problem(
                    "id",
                    "\"%s\" is no country code.".formatted(code),
                    "Maybe write the three letters of ISO 3166-1, such as KAZ.");
        }
    }

    static @Nullable String address(String key, Fields fields) {
        String address = fields.stringOrNull(key);
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        fields.problem(
                key,
                "\"%s\" is no address of a page.".formatted(address),
                "Maybe it lacks https:// or holds a space or a letter that must be written as %XX.");
        return address;
    }
}
