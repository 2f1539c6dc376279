package org.darya.evidence;

import org.darya.register.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * The word for a code of a dimension: region KZ-ALM is Almaty Region.
 *
 * @param country alpha-3 code of the country it lies in
 */
public record Member(
        String dimension,
        String code,
        LocalText title,
        @Nullable String country) {}
