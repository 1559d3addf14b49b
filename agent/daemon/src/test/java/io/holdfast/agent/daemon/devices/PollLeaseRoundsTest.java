package io.holdfast.agent.daemon.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.daemon.uplink.Times;
import io.holdfast.config.agent.PollingSettings;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.stream.DeviceDuty.Role;
import io.holdfast.wire.stream.FromCollector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A poller that is not heard stops by itself, so that a device never has two. */
class PollLeaseRoundsTest {

    private static final Duration LEASE = Duration.ofMillis(1_750);

    private final ManualTime time = ManualTime.start();
    private final FakeDevice device = new FakeDevice();
    private final Deque<Look> underWay = new ArrayDeque<>();
    private boolean atOnce = true;
    private final DeviceRounds rounds =
            new DeviceRounds(
                    any -> Optional.of(device),
                    PollingSettings.NORMAL,
                    ProofPace.NORMAL,
                    new Times(time, time),
                    new SplittableRandom(7),
                    Look::new,
                    () -> {});

    @BeforeEach
    void poll() throws InterruptedException {
        open();
        duties(Role.POLL);
        passHeard(120);
        assertThat(device.looks).isBetween(4, 5);
    }

    @Test
    void unheardItAsksAsSeldomAsOneThatProvesAndHeardAgainItGoesOn() throws InterruptedException {
        int heard = device.looks;
        pass(300);
        assertThat(device.looks).isEqualTo(heard);
        passHeard(120);
        assertThat(device.looks - heard).isBetween(4, 5);
    }

    @Test
    void oneLateAnswerCostsNoLook() throws InterruptedException {
        int heard = device.looks;
        for (int i = 0; i < 40; i++) {
            passHeard(1);
            pass(2);
        }
        assertThat(device.looks - heard).isBetween(3, 5);
    }

    @Test
    void aNewStreamAloneIsNoLeave() throws InterruptedException {
        open();
        int opened = device.looks;
        passHeard(120);
        assertThat(device.looks).isEqualTo(opened);
        duties(Role.POLL);
        passHeard(120);
        assertThat(device.looks - opened).isBetween(4, 5);
    }

    @Test
    void aLookUnderWayIsEndedWithTheLeaseAndItsAnswerIsNotWanted() throws InterruptedException {
        say();
        Look look = begin();
        assertThat(look.interrupted).isFalse();
        pass(3);
        assertThat(look.interrupted).isTrue();
        look.happen();
        assertThat(rounds.next()).isEmpty();
    }

    @Test
    void aLookUnderWayIsEndedWithTheDuty() throws InterruptedException {
        Look look = begin();
        duties(Role.STAND_BY);
        assertThat(look.interrupted).isTrue();
    }

    @Test
    void afterAPauseOfTheWholeProcessNoLookBegins() throws InterruptedException {
        int before = device.looks;
        time.advance(Duration.ofMinutes(1));
        // The schedule may wake up before whoever looks after the lease.
        rounds.poller().work();
        assertThat(device.looks).isEqualTo(before);
    }

    private Look begin() throws InterruptedException {
        atOnce = false;
        while (underWay.isEmpty()) {
            passHeard(1);
        }
        return underWay.getFirst();
    }

    private void open() {
        rounds.streamOpening();
        rounds.streamOpened(LEASE, time.nanos());
    }

    private void duties(Role role) {
        rounds.duties(new FromCollector.Duties(1, List.of(FakeDevice.duty(role, 9, 0))));
    }

    private void passHeard(int seconds) throws InterruptedException {
        for (int i = 0; i < seconds; i++) {
            rounds.heard(time.nanos());
            pass(1);
        }
    }

    private void pass(int seconds) throws InterruptedException {
        for (int i = 0; i < seconds * 4; i++) {
            time.advance(Duration.ofMillis(250));
            rounds.tick();
            rounds.poller().work();
        }
    }

    private void say() {
        while (rounds.next().isPresent()) {
            // Said.
        }
    }

    /** A look that happens when it starts, or when the test says. */
    private final class Look extends Thread {
        private final Runnable look;
        private boolean interrupted;

        private Look(Runnable look) {
            this.look = look;
        }

        @Override
        public void start() {
            if (atOnce) {
                look.run();
            } else {
                underWay.add(this);
            }
        }

        private void happen() {
            look.run();
        }

        @Override
        public void interrupt() {
            interrupted = true;
        }
    }
}
