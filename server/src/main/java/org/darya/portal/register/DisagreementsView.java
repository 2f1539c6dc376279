package org.darya.portal.register;

import java.util.List;
import org.darya.agreement.Commitment;

/** All disagreements: inside records, and between commitments. */
public record DisagreementsView(int count, List<Disagreements.Record> records, List<List<Commitment>> groups) {}
