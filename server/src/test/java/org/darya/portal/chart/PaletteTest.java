package org.darya.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Colours are seen by everybody: contrast by WCAG 2.2; sight without the cones for red (protanopia) or green
 * (deuteranopia) by the matrices of Machado, Oliveira and Fernandes 2009 (doi 10.1109/TVCG.2009.113), severity 1.0;
 * differences in CIELAB (1976).
 */
class PaletteTest {
    private static final double[][] ALL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] NO_RED = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] NO_GREEN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    /** Two fields of colour are told apart with ease from about 10 on; thin lines need more. */
    private static final double APART = 20;

    static List<double[][]> eyes() {
        return List.of(ALL, NO_RED, NO_GREEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#fbf9f4", "#ffffff"})
    void everyColourStandsOutFromThePaper(String paper) {
        assertThat(all())
                .allSatisfy(
                        colour -> assertThat(contrast(colour, paper)).as(colour).isGreaterThanOrEqualTo(3));
        assertThat(contrast(Palette.REFUSED, paper)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(Palette.SOFT, paper)).as("letters").isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("eyes")
    void noTwoColoursAreTakenForEachOther(double[][] eye) {
        List<String> colours = all();
        for (int i = 0; i < colours.size(); i++) {
            for (int k = i + 1; k < colours.size(); k++) {
                double[] one = lab(seen(colours.get(i), eye));
                double[] other = lab(seen(colours.get(k), eye));
                assertThat(Math.sqrt(Math.pow(one[0] - other[0], 2)
                                + Math.pow(one[1] - other[1], 2)
                                + Math.pow(one[2] - other[2], 2)))
                        .as(colours.get(i) + " and " + colours.get(k))
                        .isGreaterThan(APART);
            }
        }
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(Palette.COLOURS);
        all.add(Palette.AGGREGATE);
        return all;
    }

    private static double[] linear(String colour) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            linear[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    private static double[] seen(String colour, double[][] eye) {
        double[] linear = linear(colour);
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(eye[i][0] * linear[0] + eye[i][1] * linear[1] + eye[i][2] * linear[2], 0, 1);
        }
        return seen;
    }

    private static double luminance(double[] linear) {
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double contrast(String colour, String paper) {
        return (luminance(linear(paper)) + 0.05) / (luminance(linear(colour)) + 0.05);
    }

    private static double[] lab(double[] rgb) {
        double x = curve((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        double y = curve(luminance(rgb));
        double z = curve((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
