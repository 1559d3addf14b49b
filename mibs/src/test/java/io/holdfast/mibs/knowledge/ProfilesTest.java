package io.holdfast.mibs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Variables;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.ProfileText;
import io.holdfast.mibs.walk.Walk;
import io.holdfast.testkit.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private static final Path SOURCES =
            Path.of("src/main/resources/io/holdfast/mibs/profiles").toAbsolutePath();

    /** Set it to anything, and the index is written anew. */
    private static final String WRITE_INDEX = "holdfast.profiles.index.write";

    private static final String SMALL =
            """
            1.3.6.1.2.1.1.1.0|4|Juniper Networks, Inc. qfx5100
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.2636.1
            1.3.6.1.2.1.47.1.1.1.1.5.1|2|3
            1.3.6.1.2.1.47.1.1.1.1.5.2|2|6
            1.3.6.1.2.1.47.1.1.1.1.4.2|2|2
            1.3.6.1.2.1.47.1.1.1.1.7.2|4|PSU 0
            1.3.6.1.2.1.99.1.1.1.1.3|2|8
            1.3.6.1.2.1.99.1.1.1.2.3|2|9
            1.3.6.1.2.1.99.1.1.1.4.3|2|41
            1.3.6.1.2.1.99.1.1.1.5.3|2|1
            1.3.6.1.4.1.2636.3.1.15.1.5.2.1.1.0|4|Power Supply 0
            1.3.6.1.4.1.2636.3.1.15.1.6.2.1.1.0|2|18
            1.3.6.1.4.1.2636.3.1.15.1.8.2.1.1.0|2|8
            1.3.6.1.4.1.2636.3.1.13.1.6.2.1.1.0|2|5
            1.3.6.1.2.1.2.2.1.3.1|2|6
            1.3.6.1.2.1.2.2.1.8.1|2|2
            """;

    /** Where it is not, the right index stands in the failure: put it into index.txt. */
    @Test
    void theIndexSaysWhatTheProfilesSay() throws IOException {
        StringBuilder right = new StringBuilder();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                String text = Files.readString(file);
                Profile profile = Bench.profile(ProfileText.nameOf(name), text);
                right.append(ShippedProfiles.line(profile)).append('\n');
            }
        }
        if (!System.getProperty(WRITE_INDEX, "").isEmpty()) {
            Files.writeString(SOURCES.resolve("index.txt"), right.toString());
        }
        assertThat(ShippedProfiles.index()).isEqualTo(right.toString());
    }

    @Test
    void anOperatorsProfileReplacesTheShippedOneOfItsName() {
        Profile own =
                Bench.profile(
                        "ups",
                        "about: own\nmatch: {every-device: true}\ncomponents: {x: {kind: host}}\n");
        Profiles profiles = Profiles.shipped().with(List.of(own));
        assertThat(profiles.names()).isEqualTo(Profiles.shipped().names());
        assertThat(profiles.matching(Oid.ROOT, "").profiles())
                .contains(own)
                .extracting(Profile::name)
                .containsOnlyOnce("ups");
    }

    @Test
    void aDeviceThatNobodyKnowsGetsTheStandardsAndIsTold() {
        DeviceKnowledge knowledge =
                Profiles.shipped().matching(Oid.parse("1.3.6.1.4.1.1234567"), "what");
        assertThat(knowledge.profiles()).extracting(Profile::name).contains("entity", "if");
        Survey survey = evaluate(knowledge, Walk.parse("1.3.6.1.2.1.1.1.0|4|what").said());
        assertThat(survey.unseen()).anySatisfy(u -> assertThat(u.target()).contains("vendor"));
    }

    @Test
    void noAnswerAtAllIsSilence() {
        DeviceKnowledge knowledge = Profiles.shipped().matching(Oid.ROOT, "");
        Set<Oid> all = new java.util.HashSet<>(knowledge.subtrees());
        all.addAll(knowledge.scalars());
        Survey survey =
                knowledge.evaluate(
                        Bench.HOST, "snmp", Bench.AT, new Variables(new TreeMap<>()), all);
        assertThat(survey.complete()).isFalse();
        assertThat(survey.observations())
                .allSatisfy(
                        o ->
                                assertThat(o)
                                        .isInstanceOf(
                                                io.holdfast.core.observation.Observation.Silent
                                                        .class));
    }

    @Test
    void damagedProfilesNeverThrow() throws IOException {
        List<String> good = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                good.add(Files.readString(file));
            }
        }
        Variables said = Walk.parse(SMALL).said();
        Mutations.feed(
                good,
                20_261_125,
                text -> {
                    if (ProfileText.parse("damaged.yaml", text)
                            instanceof Loaded.Good<Profile>(Profile profile)) {
                        evaluate(new DeviceKnowledge(List.of(profile)), said);
                    }
                });
    }

    @Test
    void damagedAnswersNeverThrow() {
        Profiles profiles = Profiles.shipped();
        Mutations.feed(
                List.of(SMALL),
                20_261_126,
                text -> {
                    Walk walk = Walk.parse(text);
                    evaluate(profiles.matching(walk.sysObjectId(), walk.sysDescr()), walk.said());
                });
    }

    /** Whatever is not answered: what is then said was said before, or is silence. */
    @Test
    void whatIsNotAnsweredNeverMakesAbsence() {
        Variables said = Walk.parse(SMALL).said();
        DeviceKnowledge knowledge =
                Profiles.shipped().matching(Oid.parse("1.3.6.1.4.1.2636.1"), "");
        Random random = new Random(20_261_127);
        List<Oid> questions = new ArrayList<>(knowledge.subtrees());
        for (int round = 0; round < 200; round++) {
            Set<Oid> unanswered = Set.of(questions.get(random.nextInt(questions.size())));
            TreeMap<Oid, io.holdfast.mibs.object.Value> left = new TreeMap<>(said.all());
            left.keySet().removeIf(o -> unanswered.stream().anyMatch(o::startsWith));
            Survey survey =
                    knowledge.evaluate(
                            Bench.HOST, "snmp", Bench.AT, new Variables(left), unanswered);
            assertThat(survey.complete()).as("seed 20261127 round %s", round).isFalse();
            assertThat(survey.observations())
                    .noneMatch(o -> o instanceof io.holdfast.core.observation.Observation.Absent);
        }
    }

    private static Survey evaluate(DeviceKnowledge knowledge, Variables said) {
        return knowledge.evaluate(Bench.HOST, "snmp", Bench.AT, said, Set.of());
    }
}
