package org.darya.portal.said;

import java.util.List;
import java.util.Map;
import org.darya.agreement.Claim;
import org.darya.agreement.Finding;
import org.darya.portal.measured.Naming;
import org.darya.register.Catalogue.Line;
import org.darya.register.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A claim.
 *
 * @param finding what was found of it; null where it is not compared with anything
 * @param former what was found before, newest first
 * @param findings of the claims of the group, by id
 * @param words names of lines
 * @param group it and the claims about the same thing; empty where there are none
 */
public record ClaimView(
        Claim claim,
        List<Claim> group,
        Map<Kind, List<Line>> naming,
        @Nullable Finding finding,
        List<Finding> former,
        Map<String, Finding> findings,
        Naming words) {}
