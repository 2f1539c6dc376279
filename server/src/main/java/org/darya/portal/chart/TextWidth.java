package org.darya.portal.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text will be. The server has no screen to ask, so it knows the advance widths of Inter, in hundredths of the
 * letter size, rounded up to a step; the typefaces that stand in for it are narrower.
 */
final class TextWidth {
    private static final double[] STEPS = {0.28, 0.38, 0.46, 0.53, 0.58, 0.63, 0.66, 0.71, 0.78, 0.88, 1.02};
    private static final String[] LETTERS = {
        "ijlІIі !,.:·'",
        ";`t|()/[]fr",
        "1₂{}гғ\u00b2\u00b3-_°\"т",
        "^–з*?s⁻",
        "kxкхzьяLavyavуүұқJcГлсчэҒ7",
        "e«»енпёә5Fhnouбийоцөһ2EЕЁң38bdgpqЗдр",
        "69ZУ0PР$&4RSTБТЬЯъBВ",
        "+<=>~±−×KYКҮҰAVXАХфЧҚҺ",
        "DЦCСЭыGHUЛНПӘNИЙҢOQОӨмД",
        "wЪжФшщюm…",
        "ЫMМЖШ@Щ%W—Ю№"
    };
    private static final double OTHER = 0.7;
    /** Figures are set equally wide, so that columns of them stand in line. */
    private static final double DIGIT = 0.66;

    private TextWidth() {}

    /** Width of a line of text. */
    static double of(String text, double size) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += of(text.charAt(i));
        }
        return width * size;
    }

    private static double of(char letter) {
        if (letter >= '0' && letter <= '9') {
            return DIGIT;
        }
        char plain = letter == '\u00a0' || letter == '\u202f' ? ' ' : letter;
        for (int step = 0; step < LETTERS.length; step++) {
            if (LETTERS[step].indexOf(plain) >= 0) {
                return STEPS[step];
            }
        }
        return OTHER;
    }

    /** The text in lines no wider than {@code most}; what does not go into {@code lines} of them ends with an ellipsis. */
    static List<String> wrap(String text, double size, double most, int lines) {
        List<String> wrapped = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("[ \\t\\n]+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (of(longer, size) <= most || line.isEmpty()) {
                line = longer;
            } else if (wrapped.size() == lines - 1) {
                line = longer;
                break;
            } else {
                wrapped.add(line);
                line = word;
            }
        }
        wrapped.add(line);
        return wrapped.stream().map(one -> cut(one, size, most)).toList();
    }

    private static String cut(String text, double size, double most) {
        if (of(text, size) <= most) {
            return text;
        }
        String shorter = text;
        while (shorter.length() > 1 && of(shorter + "…", size) > most) {
            shorter = shorter.substring(0, shorter.length() - 1).stripTrailing();
        }
        return shorter + "…";
    }
}
