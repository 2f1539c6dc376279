package org.darya.portal.said;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.darya.agreement.Assessment;
import org.darya.agreement.Commitment;
import org.darya.portal.measured.Part;
import org.darya.portal.page.Page;
import org.darya.register.Catalogue.Line;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A commitment.
 *
 * @param assessment how far it has come; null where it has no number
 * @param former how it was assessed before, newest first
 * @param part the line that measures it, drawn; null where nothing does
 * @param group it and the commitments it disagrees with; empty where there are none
 */
public record CommitmentView(
        Commitment commitment,
        List<Commitment> group,
        Map<Kind, List<Line>> naming,
        @Nullable Assessment assessment,
        List<Assessment> former,
        @Nullable Part part) {
    private static final int DIGITS = 4;
    private static final int DIGITS_OF_CHANGE = 3;

    /** A number of the assessment in its unit, to four digits. */
    public String number(BigDecimal number, Page page) {
        String unit = assessment == null || assessment.unit() == null
                ? ""
                : page.phrases().unitOf(assessment.unit(), 0);
        return page.phrases().inUnit(page.phrases().number(rounded(number)), unit);
    }

    /** A yearly change with its sign; shares change by points. */
    public String change(BigDecimal number, Page page) {
        String unit = assessment == null || assessment.unit() == null ? "" : assessment.unit();
        String text = (number.signum() > 0 ? "+" : "")
                + page.phrases().number(number.round(new MathContext(DIGITS_OF_CHANGE)));
        return unit.equals("%")
                ? page.t("assessment.points", text)
                : page.phrases().inUnit(text, page.phrases().unitOf(unit, 0));
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.precision() - number.scale() >= DIGITS
                ? number.setScale(0, RoundingMode.HALF_UP)
                : number.round(new MathContext(DIGITS));
    }
}
