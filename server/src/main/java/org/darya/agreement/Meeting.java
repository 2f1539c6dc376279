package org.darya.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.darya.register.Edtf;
import org.darya.register.Entry;
import org.darya.register.Head;
import org.darya.register.Level;
import org.darya.register.LocalText;
import org.darya.register.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A consultation, summit, session or side event.
 *
 * @param number where a list of consultations numbers it
 * @param place town or venue; null where it is not known
 * @param country alpha-3 code of the state where it takes place
 * @param host the event that hosts it
 * @param organisers ids of organisations
 * @param documents ids of documents it dealt with
 * @param partOf id of the meeting it belongs to
 */
public record Meeting(
        @JsonUnwrapped Head head,
        @Nullable String number,
        Type type,
        State state,
        Edtf dates,
        @Nullable LocalText place,
        @Nullable String country,
        @Nullable LocalText host,
        List<String> organisers,
        Participants participants,
        List<Statement> results,
        List<String> documents,
        @Nullable String partOf)
        implements Entry {
    @Override
    public Set<String> countries() {
        return countriesAnd(Stream.concat(Stream.ofNullable(country), participants.countries().stream()));
    }

    /** What sort of meeting it is. */
    public enum Type {
        @JsonProperty("consultation")
        CONSULTATION,
        @JsonProperty("summit")
        SUMMIT,
        @JsonProperty("session")
        SESSION,
        @JsonProperty("side-event")
        SIDE_EVENT,
        @JsonProperty("conference")
        CONFERENCE,
        @JsonProperty("earlier-step")
        EARLIER_STEP,
        @JsonProperty("follow-up")
        FOLLOW_UP
    }

    /** Whether the sources say that it took place. */
    public enum State {
        @JsonProperty("held")
        HELD,
        @JsonProperty("announced")
        ANNOUNCED,
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** Who took part: alpha-3 codes, ids of organisations, and persons by name. */
    public record Participants(List<String> countries, List<String> organisations, List<Person> people) {}

    /** A person in the office held at the time. */
    public record Person(LocalText name, LocalText role, Level level, List<String> sources) {}
}
