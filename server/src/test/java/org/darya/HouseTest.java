package org.darya;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house run one way only. */
class HouseTest {
    private static final ApplicationModules ROOMS = ApplicationModules.of(
            Application.class, JavaClass.Predicates.resideInAPackage("org.darya.methods..")); // below the house
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.darya");

    @Test
    void roomsUseOnlyTheRoomsBelow() {
        ROOMS.verify();
    }

    @Test
    void theRoomsAreThoseOfTheHouse() {
        assertThat(ROOMS.stream()
                        .map(ApplicationModule::getIdentifier)
                        .map(Object::toString)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "platform", "register", "evidence", "action", "agreement", "programme", "portal");
    }

    @Test
    void theGroundFloorImportsNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage("org.darya.register..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.darya.action..",
                        "org.darya.agreement..",
                        "org.darya.programme..",
                        "org.darya.portal..",
                        "org.darya.evidence..",
                        "org.darya.access..")
                .check(CLASSES);
    }

    @Test
    void htmlLivesInThePortalAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.darya.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("gg.jte..")
                .check(CLASSES);
    }

    @Test
    void readingAProgrammeNeedsNoDatabaseAndNoServer() {
        noClasses()
                .that()
                .resideInAPackage("org.darya.programme.read..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
                .check(CLASSES);
    }
}
