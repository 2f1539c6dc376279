package org.darya.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.darya.TestServer;
import org.darya.register.Filter;
import org.darya.register.Head;
import org.darya.register.Level;
import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Totals never mix kinds or currencies, never count twice, and account for every row. */
class TotalsTest {
    @Test
    void kindsAndCurrenciesStayApart() {
        Totals totals = Totals.over(List.of(
                project("a", null, money(MoneyKind.SIGNED, "10", "USD"), money(MoneyKind.APPROVED, "5", "USD")),
                project("b", null, money(MoneyKind.SIGNED, "7", "EUR"), money(MoneyKind.SIGNED, "2.5", "USD"))));
        assertThat(totals.totals())
                .extracting(total -> total.kind() + " " + total.amount() + " " + total.currency())
                .containsExactly("APPROVED 5 USD", "SIGNED 7 EUR", "SIGNED 12.5 USD");
    }

    @Test
    void aPartIsLeftOutWhereItsWholeIsCountedInTheSameTotal() {
        Totals totals = Totals.over(List.of(
                project("whole", null, money(MoneyKind.ANNOUNCED, "256", "USD")),
                project("part", "whole", money(MoneyKind.ANNOUNCED, "45", "USD")),
                project("other", "whole", money(MoneyKind.APPROVED, "52.4", "USD"))));
        assertThat(totals.totals()).extracting(Totals.Total::amount).containsExactly(bd("52.4"), bd("256"));
        assertThat(totals.totals().get(1).leftOut())
                .singleElement()
                .satisfies(row -> assertThat(row.reason())
                        .isInstanceOfSatisfying(
                                Totals.Reason.InsideOf.class,
                                reason -> assertThat(reason.parent().id()).isEqualTo("whole")));
    }

    @Test
    void aPartIsCountedWhereItsWholeIsNotAmongTheChosen() {
        assertThat(Totals.over(List.of(project("part", "whole", money(MoneyKind.SIGNED, "45", "USD"))))
                        .totals())
                .extracting(Totals.Total::amount)
                .containsExactly(bd("45"));
    }

    @Test
    void everySumOfTheProgrammeIsCountedOrLeftOutWithAReason() {
        List<Project> projects = TestServer.get(Actions.class).projects().list(Filter.ALL);
        Totals totals = Totals.over(projects);
        int rows = totals.totals().stream()
                .mapToInt(total -> total.rows().size() + total.leftOut().size())
                .sum();
        assertThat(rows)
                .isEqualTo(projects.stream()
                        .mapToInt(project -> project.money().size())
                        .sum());
        assertThat(totals.totals())
                .allSatisfy(total -> assertThat(total.rows()).allSatisfy(row -> {
                    assertThat(row.money().kind()).isEqualTo(total.kind());
                    assertThat(row.money().currency()).isEqualTo(total.currency());
                }));
    }

    /** Summit fact base, section 3.1: 645 + 180 + 100 + 280 + 256.6 + 650. */
    @Test
    void theSummitDayDealsInDollarsAddUp() {
        List<Project> deals = TestServer.get(Actions.class).projects().list(Filter.ALL).stream()
                .filter(project -> project.group() == Project.Group.SUMMIT_DAY)
                .toList();
        assertThat(Totals.over(deals).totals())
                .filteredOn(total ->
                        total.kind() == MoneyKind.SIGNED && total.currency().equals("USD"))
                .singleElement()
                .satisfies(total -> assertThat(total.amount()).isEqualByComparingTo("2111.6"));
    }

    private static Project project(String id, @Nullable String partOf, Money... money) {
        var head = new Head(
                id,
                new LocalText(Map.of()),
                null,
                Level.B,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return new Project(
                head,
                id,
                Project.Group.REGIONAL,
                Project.State.UNKNOWN,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                partOf,
                List.of(money));
    }

    private static Money money(MoneyKind kind, String amount, String currency) {
        return new Money(kind, bd(amount), null, null, currency, List.of(), null, null, null, Level.B, List.of());
    }

    private static BigDecimal bd(String value) {
        return new BigDecimal(value);
    }
}
