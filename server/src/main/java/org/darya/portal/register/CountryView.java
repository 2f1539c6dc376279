package org.darya.portal.register;

import java.util.List;
import java.util.Map;
import org.darya.action.Initiative;
import org.darya.action.Project;
import org.darya.agreement.Assessment;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Document;
import org.darya.agreement.Meeting;
import org.darya.portal.measured.Glance;
import org.darya.register.Country;
import org.darya.register.Organisation;

/**
 * A country with everything that is found under it.
 *
 * @param assessments how far commitments have come, by id
 * @param glances indicators at a glance, by theme
 */
public record CountryView(
        Country country,
        List<Commitment> commitments,
        List<Claim> claims,
        List<Meeting> meetings,
        List<Document> documents,
        List<Project> projects,
        List<Initiative> initiatives,
        List<Organisation> organisations,
        Map<String, Assessment> assessments,
        Map<String, List<Glance>> glances) {}
