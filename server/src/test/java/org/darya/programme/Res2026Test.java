package org.darya.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.darya.TestServer;
import org.darya.agreement.Document;
import org.darya.programme.read.ProgrammeReader;
import org.darya.register.Level;
import org.junit.jupiter.api.Test;

/** The programme that ships is in order and holds what the summit's sources say. */
class Res2026Test {
    private static final ProgrammeFolder FOLDER = ProgrammeFolder.read(TestServer.RES2026);
    private static final ProgrammeContent CONTENT = content();

    private static ProgrammeContent content() {
        return switch (ProgrammeReader.read(FOLDER)) {
            case Reading.Sound sound -> sound.content();
            case Reading.Faulty faulty -> throw new AssertionError(Report.of(TestServer.RES2026, faulty.problems()));
        };
    }

    @Test
    void holdsAtLeastWhatIsKnown() {
        assertThat(CONTENT.themes()).hasSize(8);
        assertThat(CONTENT.meetings()).hasSizeGreaterThanOrEqualTo(13);
        assertThat(CONTENT.organisations()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(CONTENT.initiatives()).hasSize(29);
        assertThat(CONTENT.projects()).hasSizeGreaterThanOrEqualTo(48);
        assertThat(CONTENT.commitments()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(CONTENT.claims()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(CONTENT.sources()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(CONTENT.programme().parties()).containsExactly("KAZ", "KGZ", "TJK", "TKM", "UZB");
    }

    @Test
    void keepsPlannedAndAdoptedTitleOfTheDeclarationApart() {
        Document declaration = CONTENT.documents().stream()
                .filter(document -> document.id().equals("declaration"))
                .findFirst()
                .orElseThrow();
        var planned = stage(declaration, Document.State.PLANNED);
        var adopted = stage(declaration, Document.State.ADOPTED);
        assertThat(planned.level()).isEqualTo(Level.A);
        assertThat(adopted.level()).isEqualTo(Level.C);
        assertThat(planned.title()).isNotNull().isNotEqualTo(adopted.title());
    }

    @Test
    void showsTheTwoVenuesOfTheSummitSideBySide() {
        var summit = CONTENT.meetings().stream()
                .filter(meeting -> meeting.id().equals("summit"))
                .findFirst()
                .orElseThrow();
        assertThat(summit.head().disagreements())
                .anySatisfy(disagreement -> assertThat(disagreement.statements())
                        .extracting(statement -> statement.level())
                        .containsAll(List.of(Level.A, Level.C)));
        assertThat(summit.head().unknown()).isNotEmpty();
    }

    @Test
    void countsNoDoubtfulSum() {
        assertThat(CONTENT.projects())
                .filteredOn(project -> project.id().equals("d-04"))
                .singleElement()
                .satisfies(project -> assertThat(project.money())
                        .isNotEmpty()
                        .allSatisfy(money -> assertThat(money.leftOut()).isNotNull()));
    }

    private static Document.Stage stage(Document document, Document.State state) {
        return document.stages().stream()
                .filter(stage -> stage.state() == state)
                .findFirst()
                .orElseThrow();
    }
}
