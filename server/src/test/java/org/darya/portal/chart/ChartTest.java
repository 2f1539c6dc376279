package org.darya.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.darya.portal.chart.ChartSamples.estimated;
import static org.darya.portal.chart.ChartSamples.line;
import static org.darya.portal.chart.ChartSamples.model;
import static org.darya.portal.chart.ChartSamples.refused;
import static org.darya.portal.chart.ChartSamples.year;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.darya.platform.Language;
import org.darya.portal.chart.ChartModel.Shape;
import org.darya.portal.text.Phrases;
import org.junit.jupiter.api.Test;

/** What is drawn where, and what is said of it. */
class ChartTest {
    private static final Phrases EN = new Phrases(Language.EN);
    private static final Phrases RU = new Phrases(Language.RU);

    private static Plot plot(ChartModel model, boolean columns) {
        return new LineChart(model, ChartNumbers.of(model, EN), Size.WIDE, columns).plot(50);
    }

    @Test
    void valuesStandWhereTheAxesSay() {
        Plot plot = plot(
                model(Shape.LINES, line("a", "A", 0, year(2000, "0"), year(2005, "50"), year(2010, "200"))), false);
        assertThat(plot.top()).isEqualTo(50);
        assertThat(plot.bottom()).isEqualTo(50 + Size.WIDE.height());
        List<Plot.Mark> marks = plot.marks(line("a", "A", 0, year(2000, "0"), year(2005, "50"), year(2010, "200")));
        assertThat(marks).extracting(Plot.Mark::y).containsExactly(plot.bottom(), plot.bottom() - 85, plot.top());
        double width = marks.getLast().x() - marks.getFirst().x();
        // five of ten years, a leap day aside
        assertThat(marks.get(1).x() - marks.getFirst().x()).isCloseTo(width / 2, within(width * 0.0001));
        assertThat(marks.getLast().x()).isLessThanOrEqualTo(plot.right());
        assertThat(marks.getFirst().x()).isGreaterThanOrEqualTo(plot.left());
    }

    @Test
    void barsBeginAtZeroAndLinesSayWhereTheyDoNot() {
        ChartModel high = model(Shape.LINES, line("a", "A", 0, year(2000, "90"), year(2001, "95"), year(2002, "99")));
        assertThat(plot(high, false).scale().holdsZero()).isFalse();
        assertThat(Figure.of(high, EN, "c").notes()).contains("The vertical axis does not begin at zero.");
        ChartModel bars = model(Shape.BARS, high.lines(), List.of());
        assertThat(plot(bars, true).scale().low()).isZero();
        assertThat(Figure.of(bars, EN, "c").notes()).isEmpty();
    }

    @Test
    void aGapStaysAGap() {
        ChartLine line = line(
                "a",
                "A",
                0,
                year(2000, "1"),
                year(2001, "2"),
                year(2002, null),
                year(2003, "3"),
                year(2004, "4"),
                refused(2005, "9"),
                year(2006, "5"),
                year(2007, "6"),
                year(2012, "7"));
        Plot plot = plot(model(Shape.LINES, line), false);
        assertThat(plot.stretches(line))
                .extracting(stretch -> stretch.from().point().period() + "-"
                        + stretch.to().point().period())
                .containsExactly("2000-2001", "2003-2004", "2006-2007");
        assertThat(plot.refused(line))
                .singleElement()
                .extracting(mark -> mark.point().period())
                .isEqualTo("2005");
        assertThat(plot.marks(line)).hasSize(7);
    }

    @Test
    void anEstimateIsDashedAndHollow() {
        ChartLine line = line("a", "A", 0, year(2000, "1"), year(2001, "2"), estimated(2002, "3"), year(2003, "4"));
        assertThat(plot(model(Shape.LINES, line), false).stretches(line))
                .extracting(Plot.Stretch::sure)
                .containsExactly(true, false, false);
        Figure figure = Figure.of(model(Shape.LINES, line), EN, "c");
        assertThat(figure.wide()).contains("stroke-dasharray=\"5 4\"");
        assertThat(figure.notes()).contains("Hollow points and dashed lines: estimated, not observed.");
    }

    @Test
    void theTargetIsOnTheAxes() {
        ChartModel model = model(
                Shape.LINES,
                List.of(line("a", "A", 0, year(2000, "31"), year(2001, "32"), year(2002, "33"))),
                List.of(new ChartTarget("a", new BigDecimal("15"), 2030)));
        Plot plot = plot(model, false);
        assertThat(plot.scale().ticks().getFirst()).isLessThanOrEqualTo(new BigDecimal("15"));
        assertThat(plot.time().last()).isEqualTo(2030.5);
        assertThat(Figure.of(model, EN, "c").wide()).contains("Target for 2030: 15%");
    }

    @Test
    void theFormFollowsTheNumbers() {
        ChartLine course = line("a", "A", 0, year(2000, "1"), year(2001, "2"), year(2002, "3"));
        ChartLine other = line("c", "C", 2, year(2000, "1"), year(2001, "2"), year(2002, "3"));
        ChartLine once = line("b", "B", 1, year(2000, "1"));
        assertThat(Figure.form(model(Shape.LINES, course))).isEqualTo(Figure.Form.LINES);
        assertThat(Figure.form(model(Shape.BARS, course))).isEqualTo(Figure.Form.COLUMNS);
        assertThat(Figure.form(model(Shape.BARS, course, other))).isEqualTo(Figure.Form.PANELS_OF_COLUMNS);
        assertThat(Figure.form(model(Shape.PANELS, course, other))).isEqualTo(Figure.Form.PANELS);
        assertThat(Figure.form(model(Shape.LINES, once, once)))
                .as("no course of time")
                .isEqualTo(Figure.Form.BARS);
        assertThat(Figure.form(model(Shape.LINES, course, course, course, course, course, course, course, course)))
                .as("too many to tell apart")
                .isEqualTo(Figure.Form.PANELS);
    }

    @Test
    void theChartIsToldInOneSentence() {
        ChartModel model = model(
                Shape.LINES,
                line("kaz", "Казахстан", 0, year(1992, "29.44"), year(2002, null), year(2017, "31.137")),
                line("tkm", "Туркменистан", 1, year(2017, null)));
        assertThat(Figure.of(model, RU, "c").summary())
                .isEqualTo(
                        "Level of water stress, %. Казахстан: сначала 29,44\u00a0% (1992), в последний раз 31,14\u00a0%"
                                + " (2017).");
        ChartModel none = model(Shape.LINES, line("tkm", "Turkmenistan", 1, year(2017, null)));
        assertThat(Figure.of(none, EN, "c").summary()).isEqualTo("Level of water stress, %. There are no values.");
    }

    @Test
    void largeNumbersAreCountedInMillions() {
        ChartModel model = new ChartModel(
                "T",
                "M",
                "t",
                Shape.LINES,
                ChartModel.Better.NEUTRAL,
                List.of(line("a", "A", 0, year(2000, "123456789"), year(2001, "223456789"), year(2002, "150000000"))),
                List.of(),
                null,
                "");
        ChartNumbers numbers = ChartNumbers.of(model, RU);
        assertThat(numbers.full(new BigDecimal("123456789"))).isEqualTo("123,5\u00a0млн\u00a0т");
        assertThat(numbers.unitWords()).isEqualTo("млн\u00a0т");
    }

    @Test
    void aChartIsReachedByKeyboardAndToldToThoseWhoDoNotSeeIt() {
        Figure figure = Figure.of(
                model(Shape.LINES, line("a", "A", 0, year(2000, "1"), year(2001, "2"), year(2002, "3"))), EN, "c");
        assertThat(figure.wide())
                .contains("role=\"group\" aria-labelledby=\"cw-title\" aria-describedby=\"cw-desc\"")
                .contains("<title id=\"cw-title\">Water &amp; &quot;stress&quot; &lt;1&gt;</title>")
                .contains("href=\"#t-a\"", "href=\"#t-a-2001-01-01\"")
                .contains("aria-label=\"A, 2001: 2%\"")
                .doesNotContain("tabindex");
        assertThat(Objects.requireNonNull(figure.narrow())).contains("id=\"cn-title\"");
    }

    @Test
    void aSheetOfItsOwnHasTitleSourceAndNoLinks() {
        String file = ChartFile.of(
                model(Shape.LINES, line("a", "A", 0, year(2000, "1"), year(2001, "2"), year(2002, "3"))),
                EN,
                "https://example.org/en/indicators/x");
        assertThat(file)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("xml:lang=\"en\"", ">FAO<", ">https://example.org/en/indicators/x<")
                .doesNotContain("href", "style=", "<style", "<script");
    }

    @Test
    void whatIsNoNumberIsNeverDrawn() {
        assertThatThrownBy(() -> Svg.number(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Svg.number(-0.04)).isEqualTo("0");
        assertThat(Svg.number(12.25)).isEqualTo("12.3");
    }
}
