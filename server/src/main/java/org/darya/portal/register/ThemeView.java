package org.darya.portal.register;

import java.util.List;
import org.darya.action.Initiative;
import org.darya.action.Project;
import org.darya.agreement.Claim;
import org.darya.agreement.Commitment;
import org.darya.agreement.Document;
import org.darya.agreement.Meeting;
import org.darya.register.Theme;

/** What was said, is done and can be measured under a theme. */
public record ThemeView(
        Theme theme,
        List<Theme> all,
        List<Meeting> meetings,
        List<Document> documents,
        List<Commitment> commitments,
        List<Claim> claims,
        List<Initiative> initiatives,
        List<Project> projects) {
    /** Claims that measurements can decide. */
    public List<Claim> measurable() {
        return claims.stream()
                .filter(claim -> claim.checkable() == Claim.Checkable.MEASURED)
                .toList();
    }
}
