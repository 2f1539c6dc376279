package org.darya.portal.register;

import java.util.List;
import org.darya.action.Initiative;
import org.darya.action.Project;
import org.darya.agreement.Assessment;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Document;
import org.darya.agreement.Finding;
import org.darya.agreement.Meeting;
import org.darya.portal.measured.Matrix;
import org.darya.register.Theme;

/** What was said, is done and is measured under a theme. */
public record ThemeView(
        Theme theme,
        List<Theme> all,
        List<Meeting> meetings,
        List<Document> documents,
        List<Commitment> commitments,
        List<Claim> claims,
        List<Initiative> initiatives,
        List<Project> projects,
        Matrix matrix,
        List<Finding> findings,
        List<Assessment> assessments) {
    /** Claims that measurements can decide, and that nothing has been compared with yet. */
    public List<Claim> unchecked() {
        return claims.stream()
                .filter(claim -> claim.checkable() == Claim.Checkable.MEASURED
                        && findings.stream()
                                .noneMatch(finding -> finding.claim().equals(claim.id())))
                .toList();
    }
}
