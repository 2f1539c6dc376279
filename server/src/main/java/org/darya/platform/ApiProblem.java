package org.darya.platform;

import java.util.List;

/** A request that cannot be answered: the code and the values its words need. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<String> values;

    /**
     * @param values what the words of the code name, in order; see {@code messages/errors_en.properties}
     */
    public ApiProblem(ProblemCode code, String... values) {
        super(code.code() + " " + List.of(values));
        this.code = code;
        this.values = List.of(values);
    }

    public ProblemCode code() {
        return code;
    }

    public List<String> values() {
        return values;
    }
}
