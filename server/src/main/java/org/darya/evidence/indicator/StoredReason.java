package org.darya.evidence.indicator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.darya.evidence.Explanation;
import org.darya.methods.Card;
import org.darya.methods.Reason;
import org.darya.platform.Language;
import org.darya.register.LocalText;

/** A reason as it is kept: without its words, which may be bettered without a new version. */
record StoredReason(String code, List<String> arguments) {
    static StoredReason of(Reason reason) {
        return new StoredReason(reason.why().key().substring("reason.".length()), reason.arguments());
    }

    Explanation explained() {
        Reason reason =
                new Reason(Reason.Why.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')), arguments);
        Map<String, String> texts = new TreeMap<>();
        for (Language language : Language.OF_PAGES) {
            texts.put(language.tag(), reason.in(words(language)));
        }
        return new Explanation(code, arguments, new LocalText(texts));
    }

    private static ResourceBundle words(Language language) {
        return ResourceBundle.getBundle(
                Card.BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
