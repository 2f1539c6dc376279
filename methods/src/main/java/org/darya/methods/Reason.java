package org.darya.methods;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why there is no value, or what to know about a value, as a code with arguments. The sentences stand in the message
 * bundles under {@code reason.<code>}, once per language.
 */
public record Reason(Why why, List<String> arguments) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+([eE]-?\\d+)?");

    /** The closed set of reasons; the arguments that each takes are named beside it. */
    public enum Why {
        /** the source has no value */
        NO_VALUE,
        /** input, period */
        INPUT_MISSING,
        /** input, period, series */
        SERIES_MISSING,
        /** found, needed */
        TOO_FEW_VALUES,
        /** present, expected, required share in percent */
        COVERAGE_TOO_LOW,
        /** input */
        ZERO_DENOMINATOR,
        /** name, value */
        NOT_POSITIVE,
        /** name, value, lowest, highest */
        OUT_OF_RANGE,
        /** name */
        NO_VARIATION,
        /** lag-one autocorrelation */
        AUTOCORRELATED,
        /** number of values */
        CLIPPED,
        /** periods left out */
        LEFT_OUT,
        /** name, value that stands for it */
        REPLACED,
        /** name, first, second */
        ORDER,
        /** name, code */
        UNKNOWN_CODE,
        /** name, period of the older value */
        OLDER_VALUE;

        public String key() {
            return "reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Data that lack were not reported; everything else that prevents a value makes it not applicable. */
        public Status absence() {
            return switch (this) {
                case NO_VALUE, INPUT_MISSING, SERIES_MISSING, COVERAGE_TOO_LOW -> Status.NOT_REPORTED;
                default -> Status.NOT_APPLICABLE;
            };
        }
    }

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(Why why, Object... arguments) {
        return new Reason(why, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** The sentence in the language of the bundle; arguments that are names of the card are translated too. */
    public String in(ResourceBundle words) {
        Object[] named = arguments.stream().map(a -> word(words, a)).toArray();
        return new MessageFormat(words.getString(why.key()), words.getLocale()).format(named);
    }

    private static String word(ResourceBundle words, String argument) {
        return Stream.of("input.", "output.", "parameter.")
                .map(kind -> kind + argument)
                .filter(words::containsKey)
                .findFirst()
                .map(words::getString)
                .orElseGet(() -> number(words, argument));
    }

    private static String number(ResourceBundle words, String argument) {
        if (!NUMBER.matcher(argument).matches()) {
            return argument;
        }
        NumberFormat format = NumberFormat.getInstance(words.getLocale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(6);
        return format.format(Double.parseDouble(argument));
    }

    @Override
    public String toString() {
        return why + arguments.toString();
    }
}
