package io.holdfast.agent.daemon.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every step of the lease, and those that lead nowhere. */
class PollLeaseTest {

    private static final Duration LENGTH = Duration.ofNanos(100);

    private final PollLease lease = new PollLease();

    @Test
    void withoutALengthItIsHeldForEver() {
        lease.streamOpening();
        lease.streamOpened(Duration.ZERO, 0);
        assertThat(lease.isHeld()).isTrue();
        assertThat(lease.ends()).isEmpty();
        assertThat(lease.isOver(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void itIsCountedFromWhenTheMessageWasSent() {
        lease.streamOpened(LENGTH, 5);
        assertThat(lease.heard(50, 90)).isFalse();
        assertThat(lease.ends()).contains(150L);
        assertThat(lease.hasRunOut(149)).isFalse();
        assertThat(lease.hasRunOut(150)).isTrue();
        assertThat(lease.isHeld()).isTrue();
        assertThat(lease.isOver(150)).isTrue();
        assertThat(lease.isHeld()).isFalse();
        assertThat(lease.isOver(151)).isFalse();
    }

    @Test
    void aLateAnswerOnTheSameStreamGoesOnWithItUnlessItIsTooOld() {
        lease.streamOpened(LENGTH, 0);
        lease.isOver(100);
        assertThat(lease.heard(10, 110)).isFalse();
        assertThat(lease.heard(60, 110)).isTrue();
        assertThat(lease.isHeld()).isTrue();
    }

    @Test
    void onANewStreamItWantsBothDutiesAndAnAnswer() {
        lease.streamOpened(LENGTH, 0);
        assertThat(lease.streamOpening()).isTrue();
        assertThat(lease.streamOpening()).isFalse();
        lease.streamOpened(LENGTH, 200);
        assertThat(lease.heard(210, 220)).isFalse();
        assertThat(lease.told(320)).isFalse();
        assertThat(lease.heard(300, 330)).isTrue();
    }

    @Test
    void dutiesOnTheHeelsOfTheGreetingAreEnough() {
        lease.streamOpened(LENGTH, 0);
        lease.streamOpening();
        lease.streamOpened(LENGTH, 200);
        assertThat(lease.told(250)).isTrue();
    }

    @Test
    void aCollectorOfAnEarlierVersionGivesItBackForEver() {
        lease.streamOpened(LENGTH, 0);
        lease.streamOpening();
        lease.streamOpened(Duration.ZERO, 200);
        assertThat(lease.isHeld()).isFalse();
        assertThat(lease.told(999)).isTrue();
        assertThat(lease.ends()).isEmpty();
    }
}
