package org.darya.basin.parameter;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.darya.basin.model.Formula;
import org.darya.basin.model.ModelContext;
import org.darya.basin.model.Parameter;
import org.darya.basin.model.Rhythm;
import org.darya.basin.model.Store;
import org.darya.basin.read.Element;
import org.darya.basin.time.Step;

/** Values that repeat every year. */
final class Profiles {

    /** Place of 29 February in a profile of 366 days. */
    private static final int LEAP_DAY = 59;

    private Profiles() {}

    static void register(Map<String, Family> types) {
        types.put("dailyprofile", (given, model) -> daily(given, model, model.numbers(Lists.values(given))));
        types.put("weeklyprofile", Profiles::weekly);
        types.put("monthlyprofile", Profiles::monthly);
        types.put("scenariodailyprofile", (given, model) -> byScenario(given, model, 366));
        types.put("scenarioweeklyprofile", (given, model) -> byScenario(given, model, 52));
        types.put("scenariomonthlyprofile", (given, model) -> byScenario(given, model, 12));
        types.put("uniformdrawdownprofile", Profiles::drawdown);
        types.put("rbfprofile", Profiles::radial);
        types.put("annualharmonicseries", Profiles::harmonic);
        types.put("weightedaverageprofile", Profiles::weightedAverage);
    }

    private static Parameter daily(Element given, ModelContext model, double[] values) {
        double[] year = leap(given, values);
        return Formula.ofTime(model.size(), (step, s) -> year[step.dayIndex()]);
    }

    private static double[] leap(Element given, double[] values) {
        if (values.length == 365) {
            return withLeapDay(values);
        }
        Lists.check(given, values, 366);
        return values;
    }

    /** A year of 365 days with 29 February the same as 28 February. */
    private static double[] withLeapDay(double[] values) {
        double[] year = new double[366];
        System.arraycopy(values, 0, year, 0, LEAP_DAY);
        year[LEAP_DAY] = values[LEAP_DAY - 1];
        System.arraycopy(values, LEAP_DAY, year, LEAP_DAY + 1, 365 - LEAP_DAY);
        return year;
    }

    private static double[] weeks(Element given, double[] values) {
        // some sources count a 53rd week for the last day or two
        double[] weeks = values.length == 53 ? Arrays.copyOf(values, 52) : values;
        Lists.check(given, weeks, 52);
        return weeks;
    }

    private static Parameter weekly(Element given, ModelContext model) {
        double[] values = weeks(given, model.numbers(Lists.values(given)));
        return Formula.ofTime(model.size(), Rhythm.WEEK, (step, s) -> values[step.weekIndex()]);
    }

    private static Parameter monthly(Element given, ModelContext model) {
        double[] values = model.numbers(Lists.values(given));
        Lists.check(given, values, 12);
        return switch (given.get("interp_day").word("none")) {
            case "none" -> Formula.ofTime(model.size(), Rhythm.MONTH, (step, s) -> values[step.month()]);
            case "first" -> daily(given, model, between(values, 0));
            case "last" -> daily(given, model, between(values, 1));
            default ->
                throw given.get("interp_day").fail("it is neither \"first\" nor \"last\"", "leave it out for steps.");
        };
    }

    /** Straight lines between monthly values that hold on the first (0) or last (1) day of each month of a common year. */
    private static double[] between(double[] values, int last) {
        double[] year = new double[365];
        for (int day = 0; day < 365; day++) {
            LocalDate date = LocalDate.ofYearDay(2015, day + 1);
            int month = date.getMonthValue() - 1;
            double from = last == 0 ? values[month] : values[(month + 11) % 12];
            double to = last == 0 ? values[(month + 1) % 12] : values[month];
            year[day] = from + (to - from) * (date.getDayOfMonth() - 1 + last) / date.lengthOfMonth();
        }
        return year;
    }

    private static Parameter byScenario(Element given, ModelContext model, int length) {
        int[] alternative = model.alternatives(given.need("scenario"));
        List<double[]> rows = new ArrayList<>();
        if (given.has("values")) {
            for (Element row : given.get("values").items()) {
                rows.add(row.numbers());
            }
        } else {
            var frame = model.frame(given);
            for (int c = 0; c < frame.columns().size(); c++) {
                rows.add(frame.numbers(c));
            }
        }
        double[][] values = rows.stream()
                .map(row -> length == 366 ? leap(given, row) : length == 52 ? weeks(given, row) : row)
                .toArray(double[][]::new);
        for (int a : alternative) {
            if (a >= values.length) {
                throw given.fail(
                        values.length + " profiles do not reach alternative " + (a + 1),
                        "give one profile for each alternative.");
            }
            Lists.check(given, values[a], length);
        }
        return Formula.ofScenario(
                model.size(),
                length == 366 ? Rhythm.STEP : length == 52 ? Rhythm.WEEK : Rhythm.MONTH,
                (step, s) -> values[alternative[s]][
                        length == 366 ? step.dayIndex() : length == 52 ? step.weekIndex() : step.month()]);
    }

    private static Parameter drawdown(Element given, ModelContext model) {
        int month = given.get("reset_month").integer(1, 1, 12);
        int day = given.get("reset_day").integer(1, 1, Month.of(month).maxLength());
        int residual = given.get("residual_days").integer(0);
        int reset = Step.dayIndex(Resets.on(2016, day, month));
        return Formula.ofTime(model.size(), (step, s) -> {
            int passed = step.dayIndex() - reset;
            // the year whose February lies between two resets
            int year = step.year() - (passed < 0 ? 1 : 0) + (reset > LEAP_DAY ? 1 : 0);
            double total = Year.isLeap(year) ? 366 : 365;
            if (passed < 0) {
                // the day that a common year leaves out has not passed
                passed += !Year.isLeap(step.year()) && step.dayIndex() > LEAP_DAY ? 365 : 366;
            }
            return 1 + (residual / total - 1) / total * passed;
        });
    }

    /**
     * A smooth year through a few days. The first value returns on day 366 and the neighbours of the turn of the year are
     * repeated beyond it, so that the curve closes without a kink.
     */
    private static Parameter radial(Element given, ModelContext model) {
        double[] days = given.need("days_of_year").numbers();
        double[] values = given.need("values").numbers();
        Lists.check(given.get("values"), values, days.length);
        Lists.checkIncreasing(given.get("days_of_year"), days);
        if (days.length < 3 || days[0] != 1 || days[days.length - 1] > 365) {
            throw given.get("days_of_year")
                    .fail("they must be at least three, the first 1 and the last at most 365", "add day 1.");
        }
        int n = days.length;
        double[] x = new double[n + 3];
        double[] y = new double[n + 3];
        System.arraycopy(days, 0, x, 1, n);
        System.arraycopy(values, 0, y, 1, n);
        x[0] = days[n - 1] - 365;
        y[0] = values[n - 1];
        x[n + 1] = 366;
        y[n + 1] = values[0];
        x[n + 2] = days[1] + 365;
        y[n + 2] = values[1];
        double[][] points = Arrays.stream(x).mapToObj(day -> new double[] {day}).toArray(double[][]::new);
        RadialBasis curve = RadialBasis.fit(points, y, given.get("rbf_kwargs"));
        double min = given.get("min_value").number(Double.NEGATIVE_INFINITY);
        double max = given.get("max_value").number(Double.POSITIVE_INFINITY);
        double[] year = new double[365];
        for (int day = 0; day < 365; day++) {
            year[day] = Math.clamp(curve.at(day + 1), min, max);
        }
        return daily(given, model, year);
    }

    private static Parameter harmonic(Element given, ModelContext model) {
        double mean = given.need("mean").number();
        double[] amplitudes = given.need("amplitudes").numbers();
        double[] phases = given.need("phases").numbers();
        Lists.check(given.get("phases"), phases, amplitudes.length);
        return Formula.ofTime(model.size(), (step, s) -> {
            double angle = 2 * Math.PI / 365 * (step.day().getDayOfYear() - 1);
            double sum = mean;
            for (int i = 0; i < amplitudes.length; i++) {
                sum += amplitudes[i] * Math.cos(angle * (i + 1) + phases[i]);
            }
            return sum;
        });
    }

    private static Parameter weightedAverage(Element given, ModelContext model) {
        List<Store> stores = given.first("storages", "storage_nodes").items().stream()
                .map(model::store)
                .toList();
        List<Parameter> profiles = model.parameters(given.need("profiles"));
        if (stores.size() != profiles.size() || stores.isEmpty()) {
            throw given.fail(
                    stores.size() + " storages and " + profiles.size() + " profiles", "give one profile a storage.");
        }
        return Formula.ofState(model.size(), profiles, (Step step, int s) -> {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < stores.size(); i++) {
                double max = stores.get(i).maxVolume.at(s);
                sum += max * profiles.get(i).values[s];
                weight += max;
            }
            return sum / weight;
        });
    }
}
