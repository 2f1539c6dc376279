package org.darya.basin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The module stays pure: no framework, and packages that depend on each other in one direction. */
class StructureTest {

    private final com.tngtech.archunit.core.domain.JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.darya.basin");

    @Test
    void knowsNoFrameworkAndNoOtherRoom() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta..",
                        "org.darya.register..",
                        "org.darya.evidence..",
                        "org.darya.portal..")
                .check(classes);
    }

    @Test
    void enginesKnowNothingOfModels() {
        noClasses()
                .that()
                .resideInAPackage("org.darya.basin.solve")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.darya.basin.model",
                        "org.darya.basin.network",
                        "org.darya.basin.run",
                        "org.darya.basin.read")
                .check(classes);
    }

    @Test
    void modelsKnowNothingOfRuns() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.darya.basin.model",
                        "org.darya.basin.parameter",
                        "org.darya.basin.network",
                        "org.darya.basin.recorder")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.darya.basin.run", "org.darya.basin.cli")
                .check(classes);
    }
}
