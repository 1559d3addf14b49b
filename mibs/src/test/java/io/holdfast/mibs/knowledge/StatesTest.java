package io.holdfast.mibs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Observation;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.walk.Walk;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped profiles on states that no recorded walk shows. Each file below {@code states} is a
 * small walk written from the MIB text, with what is expected of it in comments: {@code # expect
 * kind:name state}, where {@code none} is a part that is not listed and {@code nothing} a part with
 * no finding that is a fault, and {@code # expect group name needed of members redundancy}, where
 * the last is what the device itself claims.
 */
class StatesTest {

    private static final Profiles PROFILES = Profiles.shipped();
    private static final String EXPECT = "# expect ";

    static List<Path> walks() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Objects.requireNonNull(StatesTest.class.getResource("/states")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("walks")
    void everyStateMeansWhatTheMibSays(Path file) throws IOException {
        String text = Files.readString(file);
        Walk walk = Walk.parse(text);
        assertThat(walk.unread()).isEmpty();
        Survey survey =
                PROFILES.matching(walk.sysObjectId(), walk.sysDescr())
                        .evaluate(Bench.HOST, "snmp", Bench.AT, walk.said(), Set.of());
        List<String> expected =
                text.lines()
                        .filter(line -> line.startsWith(EXPECT))
                        .map(line -> line.substring(EXPECT.length()))
                        .toList();
        assertThat(expected).isNotEmpty();
        assertThat(expected.stream().map(line -> said(survey, line)).toList()).isEqualTo(expected);
    }

    /** The same line as it is by the survey. */
    private static String said(Survey survey, String line) {
        if (line.startsWith("group ")) {
            return survey.groups().stream()
                    .map(StatesTest::said)
                    .filter(group -> name(group).equals(name(line)))
                    .findFirst()
                    .orElseGet(
                            () ->
                                    "no such group: "
                                            + survey.groups().stream()
                                                    .map(StatesTest::said)
                                                    .toList());
        }
        String local = line.substring(0, line.lastIndexOf(' '));
        boolean faultless = line.endsWith(" nothing");
        return survey.observations().stream()
                .filter(o -> o.component().local().equals(local))
                .findFirst()
                .map(o -> local + " " + state(o, faultless))
                .orElseGet(
                        () ->
                                local
                                        + (line.endsWith(" none")
                                                ? " none"
                                                : " is none of " + Bench.locals(survey)));
    }

    private static String name(String group) {
        return group.substring(0, group.indexOf(" of ")).replaceAll(" \\d+$", "");
    }

    private static String said(RedundancyGroup group) {
        String claim =
                group.published()
                        .map(p -> p.redundancy().name().toLowerCase(Locale.ROOT))
                        .orElse("-");
        return "group "
                + group.id().name()
                + " "
                + group.needed()
                + " of "
                + group.members().size()
                + " "
                + claim;
    }

    private static String state(Observation observation, boolean faultless) {
        return switch (observation) {
            case Observation.Reported reported -> {
                String health = reported.health().name().toLowerCase(Locale.ROOT);
                yield faultless && health.equals("ok") ? "nothing" : health;
            }
            case Observation.Absent absent -> "absent";
            case Observation.Silent silent -> faultless ? "nothing" : "silent";
        };
    }
}
