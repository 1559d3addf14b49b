package io.holdfast.agent.devices.check;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.check.Check;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Tries one service again and again. */
public final class CheckProbe implements Probe {

    /** What the names of all such probes begin with. */
    public static final String FAMILY = "check.";

    private final ComponentId id;
    private final Check check;
    private final Asker asker;
    private final InstantSource clock;
    private final Streak streak;

    CheckProbe(HostId host, Check check, Asker asker, InstantSource clock) {
        this.id = host.component(check.kind(), check.name());
        this.check = check;
        this.asker = asker;
        this.clock = clock;
        this.streak = new Streak(check.failures());
    }

    @Override
    public String name() {
        return FAMILY + check.name();
    }

    @Override
    public synchronized Survey look() throws InterruptedException {
        Answer answer = asker.ask();
        Instant at = clock.instant();
        Component component = Component.ofHost(id, Map.of("check", check.trial().shown()));
        return new Survey(
                name(),
                at,
                true,
                List.of(component),
                List.of(observed(answer, at)),
                List.of(),
                List.of());
    }

    private Observation observed(Answer answer, Instant at) {
        return switch (answer) {
            case Answer.Good(Evidence evidence, List<Reading> readings) -> {
                streak.answered();
                yield new Observation.Reported(id, at, Health.OK, readings, List.of(evidence));
            }
            case Answer.Weak(Evidence evidence, List<Reading> readings) -> {
                streak.answered();
                yield new Observation.Reported(
                        id, at, Health.DEGRADED, readings, List.of(evidence));
            }
            case Answer.Bad(Evidence evidence) -> {
                Health health = streak.bad();
                yield new Observation.Reported(
                        id, at, health, List.of(), List.of(evidence, streak.evidence()));
            }
            case Answer.Unclear(var why) -> new Observation.Silent(id, at, why);
        };
    }
}
