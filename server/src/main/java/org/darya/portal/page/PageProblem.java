package org.darya.portal.page;

import java.util.Collection;
import java.util.List;
import org.darya.register.Kind;

/** A page that cannot be shown: what was wrong and a line of advice, as messages. */
public final class PageProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;
    private final transient List<Object> values;

    private PageProblem(int status, String key, Object... values) {
        super(key + " " + List.of(values));
        this.status = status;
        this.key = key;
        this.values = List.of(values);
    }

    /** Nothing is at this address, at least not for this reader. */
    public static PageProblem nothing() {
        return new PageProblem(404, "error.not-found");
    }

    public static PageProblem noSuchRecord(Kind kind, String id) {
        return new PageProblem(404, "error.no-such-record", id, kind);
    }

    /** A record that the reader sees and may not change, nor propose to. */
    public static PageProblem notYours() {
        return new PageProblem(403, "error.not-yours");
    }

    /** A filter with a value that cannot be; names those that can. */
    public static PageProblem badFilter(String name, String value, Collection<String> allowed) {
        return new PageProblem(400, "error.bad-filter", name, value, String.join(", ", allowed));
    }

    int status() {
        return status;
    }

    String detail(Page page) {
        return switch (key) {
            case "error.no-such-record" -> page.t("error.no-such-record.detail", spoken(page));
            case "error.not-found" -> page.t("error.not-found.detail");
            case "error.not-yours" -> page.t("error.not-yours.detail");
            default -> page.t("error.bad-filter.detail", spoken(page));
        };
    }

    String maybe(Page page) {
        return switch (key) {
            case "error.no-such-record" -> page.t("error.no-such-record.maybe", spoken(page));
            case "error.not-found" -> page.t("error.not-found.maybe");
            case "error.not-yours" -> page.t("error.not-yours.maybe");
            default -> page.t("error.bad-filter.maybe", spoken(page));
        };
    }

    private Object[] spoken(Page page) {
        return values.stream()
                .map(value -> value instanceof Kind kind ? page.label(kind) : value)
                .toArray();
    }
}
