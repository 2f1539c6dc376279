package org.darya.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.darya.register.Edtf;
import org.darya.register.Entry;
import org.darya.register.Head;
import org.darya.register.LocalText;
import org.darya.register.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A statement of fact made in a document or speech. It is not evidence.
 *
 * @param number as in the list it comes from
 * @param text the statement in our words
 * @param madeIn id of the document it stands in
 * @param cites the source that the claim itself names
 * @param check a first look: why it can or cannot be verified
 * @param group claims about the same thing share a group and are shown side by side
 * @param checks how its parts are compared with what is measured
 * @param finding what that comparison gave; not kept with the record, null where nobody asked for it or nothing is checked
 */
public record Claim(
        @JsonUnwrapped Head head,
        @Nullable String number,
        LocalText text,
        List<Value> values,
        @Nullable String madeIn,
        @Nullable Edtf date,
        @Nullable String cites,
        LocalText check,
        Checkable checkable,
        @Nullable String group,
        List<Check> checks,
        @Nullable Finding finding)
        implements Entry {
    @Override
    public Set<String> countries() {
        return countriesAnd(values.stream().map(Value::country).flatMap(Stream::ofNullable));
    }

    /** The same with what was found of it. */
    public Claim with(@Nullable Finding found) {
        return new Claim(head, number, text, values, madeIn, date, cites, check, checkable, group, checks, found);
    }

    /** Whether measurements can decide it. */
    public enum Checkable {
        @JsonProperty("measured")
        MEASURED,
        @JsonProperty("projection")
        PROJECTION,
        @JsonProperty("scenario")
        SCENARIO,
        @JsonProperty("contradicted-by-source")
        CONTRADICTED_BY_SOURCE,
        @JsonProperty("no-data")
        NO_DATA
    }

    /** One number of the claim. */
    public record Value(
            @Nullable LocalText label,
            @Nullable String country,
            Quantity quantity,
            @Nullable Edtf period) {}
}
