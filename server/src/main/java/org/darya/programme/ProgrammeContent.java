package org.darya.programme;

import java.util.List;
import org.darya.action.Initiative;
import org.darya.action.Project;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Document;
import org.darya.agreement.Meeting;
import org.darya.evidence.Dataset;
import org.darya.evidence.Indicator;
import org.darya.evidence.Member;
import org.darya.register.Country;
import org.darya.register.Organisation;
import org.darya.register.Programme;
import org.darya.register.Source;
import org.darya.register.Theme;

/** Everything a programme folder says, read and found in order. */
public record ProgrammeContent(
        Programme programme,
        List<Theme> themes,
        List<Country> countries,
        List<Organisation> organisations,
        List<Source> sources,
        List<Meeting> meetings,
        List<Document> documents,
        List<Commitment> commitments,
        List<Claim> claims,
        List<Initiative> initiatives,
        List<Project> projects,
        List<Member> members,
        List<Dataset> datasets,
        List<Indicator> indicators) {}
