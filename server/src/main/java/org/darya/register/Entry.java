package org.darya.register;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A record of the register, of any kind. */
public interface Entry {
    Head head();

    default String id() {
        return head().id();
    }

    default LocalText title() {
        return head().title();
    }

    /** Alpha-3 codes of every country the record is found under. */
    default Set<String> countries() {
        return new LinkedHashSet<>(head().countries());
    }

    /** The countries of the head and these. */
    default Set<String> countriesAnd(Stream<String> more) {
        Set<String> all = new LinkedHashSet<>(head().countries());
        more.forEach(all::add);
        return all;
    }

    /** Same for a list. */
    default Set<String> countriesAnd(List<String> more) {
        return countriesAnd(more.stream());
    }
}
