package org.darya.methods.waste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.darya.methods.Answer;
import org.darya.methods.Call;
import org.darya.methods.Card;
import org.darya.methods.Computation;
import org.darya.methods.Coverage;
import org.darya.methods.Direction;
import org.darya.methods.Parameter;
import org.darya.methods.Period;
import org.darya.methods.Range;
import org.darya.methods.Reason;
import org.darya.methods.Reason.Why;
import org.darya.methods.Report;
import org.darya.methods.Sample;
import org.darya.methods.Series;
import org.darya.methods.Status;
import org.darya.methods.Step;
import org.darya.methods.Ucum;
import org.darya.methods.UnitRule;
import org.darya.methods.Used;
import org.darya.methods.Value;

/**
 * <h2>What it computes</h2>
 * Methane from waste in landfills by first-order decay: carbon D = W · DOC · DOCf · MCF joins a stock that loses the
 * share 1 − e^−k a year; CH4 = loss · F · 16/12, and (Σ CH4 − R)(1 − OX) escapes.
 *
 * <h2>Source</h2>
 * IPCC 2006 Guidelines, Volume 5, Chapter 3, equations 3.1 to 3.6, Tables 2.4, 3.1 and 3.3 (confirmed in the 2019
 * Refinement).
 *
 * <h2>Inputs and units</h2>
 * {@code waste}: Gg a year, one series for each kind, tag {@code kind}: food, garden, paper, wood, textiles, bulk; {@code
 * recovery}: methane recovered, Gg a year.
 *
 * <h2>Parameters and defaults</h2>
 * {@code doc}: 0.15, 0.20, 0.40, 0.43, 0.24, 0.15; {@code k}: boreal and temperate, dry: 0.06, 0.05, 0.04, 0.02, 0.04,
 * 0.05 a year; {@code docf} 0.5; {@code f} 0.5; {@code mcf} 0.8 (unmanaged, deep; 1 managed, 0.5 semi-aerobic, 0.4 unmanaged
 * and shallow, 0.6 unknown); {@code ox} 0; {@code years-after} 0 goes on without new waste.
 *
 * <h2>Behaviour at edges</h2>
 * Decay begins in the year after deposit. A missing year of waste makes that year and all later ones not reported: the
 * stock is unknown from there on. The stock before the first year is taken as empty; the guidelines ask for fifty years.
 *
 * <h2>Published example</h2>
 * 1 000 Gg once, DOC 0.15, k 0.05: years 2 to 6 give 1.9508, 1.8557, 1.7652, 1.6791, 1.5972 Gg, and all years 40.0 Gg.
 */
public final class LandfillMethane extends Computation {
    private static final String IPCC = "IPCC 2006, Volume 5, Chapter 3, ";
    private static final Parameter.Table DOC = new Parameter.Table(
            "doc",
            kinds(0.15, 0.20, 0.40, 0.43, 0.24, 0.15),
            Ucum.ONE,
            "IPCC 2006, Volume 5, Chapter 2, Table 2.4; bulk as food, to be replaced by the composition");
    private static final Parameter.Table K = new Parameter.Table(
            "k", kinds(0.06, 0.05, 0.04, 0.02, 0.04, 0.05), new Ucum("/a"), IPCC + "Table 3.3, dry temperate");
    private static final Parameter.Real DOCF = Parameter.real("docf", 0.5, "1", Range.SHARE, IPCC + "page 3.13");
    private static final Parameter.Real F = Parameter.real("f", 0.5, "1", Range.SHARE, IPCC + "page 3.15");
    private static final Parameter.Real MCF = Parameter.real("mcf", 0.8, "1", Range.SHARE, IPCC + "Table 3.1");
    private static final Parameter.Real OX = Parameter.real("ox", 0, "1", Range.SHARE, IPCC + "Table 3.2");
    private static final Parameter.Real AFTER =
            Parameter.real("years-after", 0, "a", Range.of(0, 1000), "the question asked");

    private static final Card CARD = Card.model("landfill-methane", 1)
            .source(
                    "IPCC 2006 Guidelines",
                    "Volume 5, Chapter 3, equations 3.1 to 3.6",
                    "https://www.ipcc-nggip.iges.or.jp/public/2006gl/vol5.html")
            .several("waste", UnitRule.fixed("Gg"))
            .ifKnown("recovery", "Gg")
            .parameter(DOC)
            .parameter(K)
            .parameter(DOCF)
            .parameter(F)
            .parameter(MCF)
            .parameter(OX)
            .parameter(AFTER)
            .output("emitted", "Gg", Direction.DOWN, Range.ANY)
            .output("generated", "Gg", Direction.DOWN, Range.NOT_NEGATIVE)
            .build();

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    protected void run(Call call, Report report) {
        List<Stock> stocks = new ArrayList<>();
        TreeSet<Integer> years = new TreeSet<>();
        for (Series series : call.all("waste")) {
            stocks.add(new Stock(series.stepwise(Step.YEAR), call));
            series.points().forEach(point -> years.add(point.period().year()));
        }
        Map<Integer, Double> recovered = new HashMap<>();
        call.all("recovery")
                .forEach(s -> s.samples().forEach(x -> recovered.put(x.period().year(), x.number())));
        boolean broken = false;
        if (years.isEmpty()) {
            return;
        }
        int last = years.last();
        for (int year = years.first(); year <= last + call.get(AFTER); year++) {
            double methane = 0;
            int present = 0;
            for (Stock stock : stocks) {
                methane += stock.decay();
                present += stock.add(year, last) ? 1 : 0;
            }
            broken |= present < stocks.size();
            Coverage coverage = new Coverage(present, stocks.size());
            int now = year;
            List<Used> used = stocks.stream()
                    .map(s -> new Used("waste", s.id, Period.year(years.first()), Period.year(now), s.count))
                    .toList();
            if (broken) {
                Reason reason = Reason.of(Why.INPUT_MISSING, "waste", year);
                report.missing(Period.year(year), new Value.NotReported(reason), coverage, used);
            } else {
                double emitted = (methane - recovered.getOrDefault(year, 0.0)) * (1 - call.get(OX));
                Answer answer = Answer.of("generated", methane).and("emitted", emitted);
                report.answer(Period.year(year), answer, Status.ESTIMATED, coverage, used);
            }
        }
    }

    /** Carbon that may still decay, of one kind of waste. */
    private static final class Stock {
        private final String id;
        private final Map<Integer, Sample> waste = new HashMap<>();
        private final double carbonPerWaste;
        private final double methanePerCarbon;
        private final double lost;
        private double carbon;
        private int count;

        Stock(Series series, Call call) {
            id = series.id();
            series.samples().forEach(s -> waste.put(s.period().year(), s));
            String kind = series.tags().getOrDefault("kind", "bulk");
            carbonPerWaste = of(call, DOC, kind) * call.get(DOCF) * call.get(MCF);
            methanePerCarbon = call.get(F) * 16 / 12;
            lost = -Math.expm1(-of(call, K, kind));
        }

        double decay() {
            double loss = carbon * lost;
            carbon -= loss;
            return loss * methanePerCarbon;
        }

        boolean add(int year, int last) {
            Sample sample = waste.get(year);
            if (sample == null) {
                return year > last;
            }
            carbon += sample.number() * carbonPerWaste;
            count++;
            return true;
        }

        private static double of(Call call, Parameter.Table table, String kind) {
            Double value = call.get(table).get(kind);
            if (value == null) {
                throw new IllegalArgumentException(
                        "The kind of waste (%s) has no %s; there are %s.\nMaybe set the parameter %s: %s=..."
                                .formatted(kind, table.name(), call.get(table).keySet(), table.name(), kind));
            }
            return value;
        }
    }

    private static Map<String, Double> kinds(
            double food, double garden, double paper, double wood, double textiles, double bulk) {
        return Map.of("food", food, "garden", garden, "paper", paper, "wood", wood, "textiles", textiles, "bulk", bulk);
    }
}
