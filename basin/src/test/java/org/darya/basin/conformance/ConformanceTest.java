package org.darya.basin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.darya.basin.solve.EngineKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every reference case must agree, with both engines. */
class ConformanceTest {

    private static final Path OWN = Path.of("src/test/resources/conformance");
    private static final Path SHARED = Path.of("../../shared/data/basin");

    /** Cases that the dense engine takes too long for; the bench profile runs them. */
    private static final java.util.Set<String> LARGE = java.util.Set.of(
            "cascade_100_daily", "cascade_100_monthly_ens", "random_30x2", "random_20x5", "cascade_20_monthly_ens");

    @TestFactory
    Stream<DynamicTest> treeEngineAgrees() {
        return cases(OWN, EngineKind.TREE);
    }

    @TestFactory
    Stream<DynamicTest> referenceEngineAgrees() {
        return cases(OWN, EngineKind.REFERENCE);
    }

    @TestFactory
    Stream<DynamicTest> treeEngineAgreesOnSharedCases() {
        Assumptions.assumeTrue(
                Files.isDirectory(SHARED), "skipped: the shared reference cases are not at " + SHARED.toAbsolutePath());
        return Stream.of("tests", "tests-multi", "examples")
                .flatMap(group -> cases(SHARED.resolve(group), EngineKind.TREE));
    }

    private static Stream<DynamicTest> cases(Path root, EngineKind engine) {
        return Conformance.find(root).stream()
                .filter(folder -> engine == EngineKind.TREE
                        || !LARGE.contains(folder.getFileName().toString()))
                .map(folder -> DynamicTest.dynamicTest(engine + " " + folder.getFileName(), () -> {
                    Verdict verdict = Conformance.run(folder, engine);
                    assertThat(verdict.outcome()).as(verdict.note()).isNotEqualTo(Verdict.Outcome.FAIL);
                }));
    }
}
