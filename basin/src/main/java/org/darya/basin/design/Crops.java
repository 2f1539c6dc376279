package org.darya.basin.design;

import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.darya.basin.read.Element;
import org.darya.methods.Input;
import org.darya.methods.Inputs;
import org.darya.methods.Method;
import org.darya.methods.Parameters;
import org.darya.methods.Period;
import org.darya.methods.Result;
import org.darya.methods.Series;
import org.darya.methods.Value;
import org.darya.methods.registry.Methods;

/**
 * The water that crops want, by the methods of FAO Irrigation and Drainage Paper 56: reference evapotranspiration as given,
 * or from the weather by Penman–Monteith or Hargreaves; then the crop water requirement over the efficiency.
 */
final class Crops {

    /** A common year that stands for every year; the methods know months of years only. */
    private static final int YEAR = 2001;

    private static final double SECONDS_OF_DAY = 86_400;

    private Crops() {}

    /** Flow that is wanted at the intake by month, m3/s. */
    static double[] wanted(Element part) {
        double[] et0 = part.has("climate") ? fromWeather(part.get("climate")) : twelve(part.need("et0"));
        double[] rain = part.has("rain") ? twelve(part.get("rain")) : new double[12];
        double efficiency = part.get("efficiency").number(0.6);
        double[] wanted = new double[12];
        for (Element crop : part.get("crops").items()) {
            double area = crop.need("area").number();
            double[] kc = twelve(crop.need("kc"));
            Method method = Methods.get("crop-water-requirement");
            double[] gross = months(
                    part,
                    compute(
                            part,
                            method,
                            Map.of("et0", et0, "kc", kc, "precipitation", rain),
                            Parameters.of("efficiency", efficiency)),
                    "gross");
            for (int m = 0; m < 12; m++) {
                // km2 x mm = 1,000 m3
                wanted[m] += area * gross[m] * 1000 / (days(m) * SECONDS_OF_DAY);
            }
        }
        return wanted;
    }

    /** Reference evapotranspiration by month, mm. */
    private static double[] fromWeather(Element climate) {
        String name = climate.get("method").word("hargreaves");
        if (!List.of("hargreaves", "penman-monteith").contains(name)) {
            throw climate.get("method").fail("the method is not known", "use hargreaves or penman-monteith.");
        }
        Method method = Methods.get(name);
        Map<String, double[]> weather = new LinkedHashMap<>();
        for (Input input : method.card().inputs()) {
            if (climate.has(input.name())) {
                weather.put(input.name(), twelve(climate.get(input.name())));
            }
        }
        Parameters parameters = Parameters.DEFAULTS;
        for (var parameter : method.card().parameters()) {
            if (climate.has(parameter.name())) {
                parameters = parameters.and(
                        parameter.name(), climate.get(parameter.name()).key());
            }
        }
        double[] daily = months(climate, compute(climate, method, weather, parameters), "et0");
        for (int m = 0; m < 12; m++) {
            daily[m] *= days(m);
        }
        return daily;
    }

    private static Result compute(Element at, Method method, Map<String, double[]> values, Parameters parameters) {
        Inputs inputs = new Inputs(Map.of());
        for (Input input : method.card().inputs()) {
            double[] given = values.get(input.name());
            if (given != null) {
                Map<String, Double> numbers = new LinkedHashMap<>();
                for (int m = 0; m < 12; m++) {
                    numbers.put(Period.month(YEAR, m + 1).toString(), given[m]);
                }
                inputs = inputs.and(
                        input.name(), Series.observed(input.name(), input.unit().toString(), numbers));
            }
        }
        try {
            return method.compute(inputs, parameters);
        } catch (IllegalArgumentException e) {
            throw at.fail("the method refuses: " + e.getMessage(), "see the card of the method in docs/methods.md.");
        }
    }

    private static double[] months(Element at, Result result, String output) {
        double[] months = new double[12];
        var outcomes = result.of(output);
        for (int m = 0; m < 12; m++) {
            Value value = m < outcomes.size() ? outcomes.get(m).value() : null;
            if (!(value instanceof Value.Known known)) {
                throw at.fail(
                        "no " + output + " for " + Month.of(m + 1) + ": " + value,
                        "the weather of the month is incomplete or contradicts itself.");
            }
            months[m] = known.quantity().number();
        }
        return months;
    }

    private static double[] twelve(Element given) {
        double[] values = given.numbers();
        if (values.length != 12) {
            throw given.fail(values.length + " values where 12 are needed", "give one a month, January first.");
        }
        return values;
    }

    private static int days(int month) {
        return Month.of(month + 1).length(false);
    }
}
