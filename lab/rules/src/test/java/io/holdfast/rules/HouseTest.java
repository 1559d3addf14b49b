package io.holdfast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule is seen to fail on a violation planted for it. */
class HouseTest {

    private static final String ROOT = "io.holdfast";
    private static final String PLANTED = "io.holdfast.planted";

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(HouseTest::isProduct)
                    .importPackages(ROOT);

    private static final JavaClasses PLANTS = new ClassFileImporter().importPackages(PLANTED);

    static Stream<NamedRule> house() {
        return rules(ROOT);
    }

    static Stream<NamedRule> planted() {
        return rules(PLANTED);
    }

    @ParameterizedTest
    @MethodSource("house")
    void theHouseKeeps(NamedRule rule) {
        EvaluationResult result = rule.rule().evaluate(HOUSE);
        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedViolationIsFound(NamedRule rule) {
        List<String> details = rule.rule().evaluate(PLANTS).getFailureReport().getDetails();
        assertThat(details).as(rule.name()).anyMatch(detail -> detail.contains(PLANTED));
    }

    private static Stream<NamedRule> rules(String root) {
        return Stream.of(new Arrows(root).all(), new Habits(root).all()).flatMap(List::stream);
    }

    private static boolean isProduct(Location location) {
        return !location.contains("testkit") && !location.contains("/planted/");
    }
}
