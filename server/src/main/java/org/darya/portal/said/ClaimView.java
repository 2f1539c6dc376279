package org.darya.portal.said;

import java.util.List;
import java.util.Map;
import org.darya.agreement.Claim;
import org.darya.register.Catalogue.Line;
import org.darya.register.Kind;

/**
 * A claim.
 *
 * @param group it and the claims about the same thing; empty where there are none
 */
public record ClaimView(Claim claim, List<Claim> group, Map<Kind, List<Line>> naming) {}
