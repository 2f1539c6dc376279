package org.darya.portal.said;

import java.util.List;
import java.util.Map;
import org.darya.agreement.Commitment;
import org.darya.register.Catalogue.Line;
import org.darya.register.Kind;

/**
 * A commitment.
 *
 * @param group it and the commitments it disagrees with; empty where there are none
 */
public record CommitmentView(Commitment commitment, List<Commitment> group, Map<Kind, List<Line>> naming) {}
