package org.darya.action.measure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.darya.action.Initiative;
import org.darya.action.Money;
import org.darya.action.Project;
import org.darya.evidence.Period;
import org.darya.register.Edtf;

/**
 * The year that records speak for: the newest in which a sum or an initiative is dated. Facts may be dated ahead. Not the day of the computing, for the same
 * records must give the same values on every day.
 */
final class AsOf {
    private AsOf() {}

    static Period of(List<Project> projects, List<Initiative> initiatives) {
        Stream<Edtf> dates = Stream.concat(
                        projects.stream()
                                .flatMap(project -> project.money().stream())
                                .map(Money::date),
                        initiatives.stream().map(Initiative::date))
                .filter(Objects::nonNull);
        int year = dates.filter(date -> date.to() != null)
                .mapToInt(date -> date.first().getYear())
                .max()
                .orElse(1970);
        return Period.of(String.valueOf(year));
    }
}
