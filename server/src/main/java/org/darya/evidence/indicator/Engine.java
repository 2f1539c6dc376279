package org.darya.evidence.indicator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.darya.evidence.Indicator;
import org.darya.evidence.Indicator.Aggregation;
import org.darya.evidence.Line;
import org.darya.methods.Input;
import org.darya.methods.Method;
import org.darya.methods.registry.Methods;

/**
 * Computes an indicator: chooses its series, runs the method for each line, converts, applies coverage and refusals, and
 * aggregates. Pure: the same series give the same answer.
 */
final class Engine {
    private final Pool pool;
    private final Frame frame;

    Engine(Pool pool, Frame frame) {
        this.pool = pool;
        this.frame = frame;
    }

    /** An indicator whose series are chosen: its version is known, and its values can be computed. */
    record Prepared(String version, Run run) {
        Computed computed() throws Faulty {
            return run.computed(version);
        }
    }

    /** @param others the indicators computed before that may go in */
    Prepared prepare(Indicator indicator, Map<String, Computed> others) throws Faulty {
        Method method = method(indicator);
        List<Chosen> chosen = Selection.of(indicator, pool, others);
        return new Prepared(
                VersionId.of(indicator, method.card().version(), chosen), new Run(indicator, method, chosen, frame));
    }

    private static Method method(Indicator indicator) throws Faulty {
        try {
            return Methods.get(indicator.method());
        } catch (IllegalArgumentException e) {
            throw new Faulty(List.of(Faulty.Fault.of(e)));
        }
    }

    /** One computing of one indicator. */
    static final class Run {
        private final Indicator indicator;
        private final List<Chosen> chosen;
        private final Frame frame;
        private final LineRun lineRun;

        Run(Indicator indicator, Method method, List<Chosen> chosen, Frame frame) {
            this.indicator = indicator;
            this.chosen = chosen;
            this.frame = frame;
            this.lineRun = new LineRun(indicator, method, chosen);
        }

        Computed computed(String version) throws Faulty {
            List<Line> lines = new ArrayList<>();
            for (Map<String, String> key : keys()) {
                lines.add(new Line(key, frame.country(key), false, lineRun.values(key)));
            }
            if (indicator.aggregation().rule() != Aggregation.Rule.NONE) {
                lines.addAll(new Regional(indicator, chosen, lineRun).lines(lines));
            }
            lineRun.throwFaults();
            return new Computed(
                    version, lineRun.method().card().version(), indicator.unit(), lineRun.notes(), List.copyOf(lines));
        }

        /**
         * A line for each combination that the leading input has, and for each country that the indicator names, so that
         * a country without data is seen to have none.
         */
        private List<Map<String, String>> keys() {
            int most = chosen.stream().mapToInt(one -> one.by().size()).max().orElse(0);
            String leading = lineRun.method().card().inputs().stream()
                    .map(Input::name)
                    .filter(name -> chosen.stream()
                            .anyMatch(
                                    one -> one.input().equals(name) && one.by().size() == most))
                    .findFirst()
                    .orElse("");
            List<String> own = indicator.head().countries();
            Set<Map<String, String>> keys = new LinkedHashSet<>();
            for (Chosen one : chosen) {
                boolean leads = one.input().equals(leading);
                String country = frame.country(one.key());
                if (one.by().size() == most && (leads || (country != null && own.contains(country)))) {
                    keys.add(one.key());
                }
            }
            if (indicator.by().equals(List.of(Frame.COUNTRY))) {
                own.forEach(country -> keys.add(Map.of(Frame.COUNTRY, country)));
            }
            return keys.stream().sorted(frame.inOrder(indicator.by())).toList();
        }
    }
}
