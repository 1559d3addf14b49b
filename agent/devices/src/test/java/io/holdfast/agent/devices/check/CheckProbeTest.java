package io.holdfast.agent.devices.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.check.Check;
import io.holdfast.core.check.Trial;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.core.survey.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckProbeTest {

    private static final HostId HOST = HostId.parse("ber1/r1/web1");
    private static final Evidence WHY = new Evidence("tcp 192.0.2.1:80", "", "", "");
    private static final Answer GOOD = new Answer.Good(WHY, List.of());
    private static final Answer WEAK = new Answer.Weak(WHY, List.of());
    private static final Answer BAD = new Answer.Bad(WHY);
    private static final Answer UNCLEAR =
            new Answer.Unclear(Silence.of(Silence.Cause.FAILED, "no route"));

    private final Deque<Answer> answers = new ArrayDeque<>();

    private List<Standing> standings(boolean external, Answer... given)
            throws InterruptedException {
        answers.addAll(List.of(given));
        Check check =
                new Check(
                        "shop",
                        external,
                        new Trial.Tcp("192.0.2.1", 80),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        3);
        CheckProbe probe = new CheckProbe(HOST, check, answers::remove, () -> Instant.EPOCH);
        List<Standing> standings = new java.util.ArrayList<>();
        for (int look = 0; look < given.length; look++) {
            Survey survey = probe.look();
            Observation observation = survey.observations().getFirst();
            Kind kind = external ? Kind.EXTERNAL : Kind.SERVICE;
            assertThat(observation.component()).isEqualTo(HOST.component(kind, "shop"));
            assertThat(survey.complete()).isTrue();
            standings.add(Standing.of(observation));
        }
        return standings;
    }

    @Test
    void failsAfterAsManyBadTrialsInARowAsItSays() throws InterruptedException {
        assertThat(standings(false, GOOD, BAD, BAD, GOOD, BAD, BAD, BAD, BAD, GOOD))
                .containsExactly(
                        Standing.WORKING,
                        Standing.WEAK,
                        Standing.WEAK,
                        Standing.WORKING,
                        Standing.WEAK,
                        Standing.WEAK,
                        Standing.FAILED,
                        Standing.FAILED,
                        Standing.WORKING);
    }

    @Test
    void trialThatCouldNotBeMadeNeitherCountsNorForgives() throws InterruptedException {
        assertThat(standings(true, BAD, BAD, UNCLEAR, BAD, WEAK))
                .containsExactly(
                        Standing.WEAK,
                        Standing.WEAK,
                        Standing.UNKNOWN,
                        Standing.FAILED,
                        Standing.WEAK);
    }
}
