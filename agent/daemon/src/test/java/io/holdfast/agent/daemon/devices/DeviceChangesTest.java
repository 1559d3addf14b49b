package io.holdfast.agent.daemon.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.state.HostState;
import io.holdfast.wire.stream.FromAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeviceChangesTest {

    private static final long SEED = 20_261_124;

    private final DeviceChanges changes = new DeviceChanges(9);

    @Test
    void everythingIsSaidOnceAndInOrder() {
        changes.take(FakeDevice.survey(1, true));
        FromAgent.Batch first = changes.next().orElseThrow();
        assertThat(first.incarnation()).isEqualTo(9);
        assertThat(first.changes().getFirst().sequence()).isEqualTo(1);
        assertThat(changes.allSent()).isTrue();
        assertThat(changes.next()).isEmpty();
        changes.take(FakeDevice.survey(1, false));
        assertThat(changes.next().orElseThrow().changes().getFirst().sequence())
                .isEqualTo(first.through() + 1);
    }

    @Test
    void anewStreamHearsAgainWhatWasNotAcknowledged() {
        changes.take(FakeDevice.survey(1, true));
        FromAgent.Batch first = changes.next().orElseThrow();
        changes.rewind();
        assertThat(changes.next()).contains(first);
        changes.acknowledged(first.through());
        changes.rewind();
        assertThat(changes.next()).isEmpty();
        assertThat(changes.allSent()).isTrue();
    }

    /** A collector that is away for long, and comes back, has the latest state in the end. */
    @Test
    void whatWaitsIsBoundedAndTheLatestStateIsNeverLost() {
        Random random = new Random(SEED);
        HostState told = new HostState();
        HostState truth = new HostState();
        int longest = 0;
        for (int i = 0; i < 3_000; i++) {
            var survey = FakeDevice.survey(i, random.nextBoolean());
            changes.take(survey);
            FakeDevice.apply(survey, truth);
            if (random.nextInt(500) == 0) {
                longest = Math.max(longest, hear(told));
            }
        }
        hear(told);
        assertThat(told.observations()).as("seed %s", SEED).isEqualTo(truth.observations());
        assertThat(longest).isLessThanOrEqualTo(DeviceChanges.MOST_WAITING + 10);
        assertThat(changes.dropped()).isPositive();
    }

    private int hear(HostState told) {
        List<FromAgent.Batch> heard = new ArrayList<>();
        Optional<FromAgent.Batch> next = changes.next();
        while (next.isPresent()) {
            heard.add(next.get());
            next = changes.next();
        }
        int count = 0;
        for (FromAgent.Batch batch : heard) {
            batch.changes().forEach(numbered -> told.apply(numbered.change()));
            changes.acknowledged(batch.through());
            count += batch.changes().size();
        }
        return count;
    }
}
