package io.holdfast.collector.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.peer.Parts;
import io.holdfast.core.device.Login;
import io.holdfast.core.device.SecretText;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of what the poller says, and of what others say. */
final class PolledReportsTest extends PollingRig {

    @Test
    void aDeviceThatAnswersNobodyMovesNowhereAndIsSilentNotFailed() {
        settle();
        polls(FIRST, epoch(FIRST), 1, Parts.firstLook(PDU, 2, time.instant()));
        for (int i = 1; i < 150; i++) {
            AGENTS.forEach(agent -> heartbeat(agent));
            int failures = i;
            AGENTS.forEach(agent -> fails(agent, failures));
            passSilently(1);
        }
        assertThat(device().poller()).contains(FIRST);
        assertThat(moves()).hasSize(1);
        assertThat(device().silent()).isTrue();
        assertThat(device().error().map(Silence::detail)).contains("no answer in 5 s");
        var view = hosts.view(PDU).orElseThrow();
        assertThat(view.components())
                .hasSize(2)
                .allMatch(c -> c.observation() instanceof Observation.Silent);
        assertThat(events()).anyMatch(Event.DeviceSilent.class::isInstance);
        answers(FIRST);
        assertThat(device().silent()).isFalse();
        assertThat(events()).anyMatch(Event.DeviceHeard.class::isInstance);
    }

    @Test
    void aDeviceThatNeverAnsweredSaysSoAndARestartDoesNotMakeItAnAnswer() {
        AGENTS.forEach(this::connect);
        for (int i = 1; i < 130; i++) {
            AGENTS.forEach(this::heartbeat);
            passSilently(1);
        }
        assertThat(device().silent()).isTrue();
        assertThat(device().answeredAt()).isEmpty();
        assertThat(events())
                .filteredOn(Event.DeviceSilent.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.DeviceSilent.class,
                        silent -> assertThat(silent.lastAnswer()).isEmpty());
        restart();
        assertThat(device().silent()).isTrue();
        assertThat(device().answeredAt()).isEmpty();
    }

    @Test
    void aDeviceThatAnsweredBeforeARestartIsNotSaidNeverToHaveAnswered() {
        settle();
        polls(FIRST, epoch(FIRST), 1, Parts.firstLook(PDU, 2, time.instant()));
        Instant answered = time.instant();
        events();
        restart();
        assertThat(device().answeredAt()).contains(answered);
        assertThat(device().silent()).isTrue();
    }

    private void restart() {
        links.clear();
        hosts = newHosts();
        hosts.poll(List.of(pdu()));
        readBack();
    }

    @Test
    void onlyThePollersReportsCount() {
        settle();
        polls(SECOND, epoch(FIRST), 1, Parts.firstLook(PDU, 2, time.instant()));
        assertThat(hosts.view(PDU).orElseThrow().components()).isEmpty();
        assertThat(link(SECOND).ofDevices).containsKey(PDU);
        polls(FIRST, epoch(FIRST) - 1, 1, Parts.firstLook(PDU, 2, time.instant()));
        assertThat(hosts.view(PDU).orElseThrow().components()).isEmpty();
        assertThat(tally.of(Tally.Count.FOREIGN_DEVICES)).isEqualTo(2);
        polls(FIRST, epoch(FIRST), 1, Parts.firstLook(PDU, 2, time.instant()));
        assertThat(hosts.view(PDU).orElseThrow().components()).hasSize(2);
    }

    @Test
    void aPollerSpeaksForItsDeviceAndForNothingElse() {
        settle();
        polls(FIRST, epoch(FIRST), 1, Parts.firstLook(SECOND, 2, time.instant()));
        assertThat(hosts.view(PDU).orElseThrow().components()).isEmpty();
        assertThat(hosts.view(SECOND).orElseThrow().components()).isEmpty();
    }

    @Test
    void aHandOverKeepsWhatWasKnown() {
        settle();
        polls(FIRST, epoch(FIRST), 1, Parts.firstLook(PDU, 2, time.instant()));
        hosts.disconnect(link(FIRST), FIRST);
        links.remove(FIRST);
        passAnswering(4, SECOND, THIRD);
        assertThat(hosts.view(PDU).orElseThrow().components())
                .hasSize(2)
                .allMatch(c -> c.observation() instanceof Observation.Reported);
        assertThat(epoch(SECOND)).isGreaterThan(0);
        polls(SECOND, epoch(SECOND), 1, Parts.firstLook(PDU, 2, time.instant()));
        assertThat(changed()).containsExactly("PS1 WORKING", "PS2 WORKING");
        polls(
                SECOND,
                epoch(SECOND),
                20,
                List.of(Parts.reported(Parts.psu(PDU, 1), Health.FAILED, 0, time.instant())));
        assertThat(changed()).containsExactly("PS1 WORKING", "PS2 WORKING", "PS1 FAILED");
    }

    @Test
    void afterARestartWhoeverPolledGoesOnUnderItsEpoch() {
        settle();
        long epoch = epoch(FIRST);
        links.clear();
        hosts = newHosts();
        hosts.poll(List.of(pdu()));
        connect(FIRST);
        polls(FIRST, epoch, 1, Parts.firstLook(PDU, 2, time.instant()));
        assertThat(hosts.view(PDU).orElseThrow().components()).hasSize(2);
        answers(FIRST, epoch);
        pass(3);
        assertThat(epoch(FIRST)).isEqualTo(epoch);
        assertThat(link(FIRST).assigned).hasSize(1);
    }

    @Test
    void anEpochThatNobodyGaveOutIsRefused() {
        connect(FIRST);
        polls(FIRST, Long.MAX_VALUE, 1, Parts.firstLook(PDU, 2, time.instant()));
        assertThat(hosts.view(PDU).orElseThrow().components()).isEmpty();
    }

    @Test
    void aDeviceThatIsTakenOutLeavesTheReportsAndComesBackAsItWas() {
        settle();
        polls(FIRST, epoch(FIRST), 1, Parts.firstLook(PDU, 2, time.instant()));
        hosts.poll(List.of());
        pass(1);
        assertThat(hosts.view(PDU)).isEmpty();
        assertThat(hosts.devices()).isEmpty();
        assertThat(role(FIRST)).isEmpty();
        hosts.poll(List.of(pdu()));
        pass(1);
        assertThat(hosts.view(PDU).orElseThrow().components()).hasSize(2);
        assertThat(role(FIRST)).isPresent();
    }

    @Test
    void theSecretGoesToAgentsAndNowhereElse() throws IOException {
        settle();
        polls(FIRST, epoch(FIRST), 1, Parts.firstLook(PDU, 2, time.instant()));
        pass(1);
        assertThat(duty(SECOND).map(duty -> duty.device().login()))
                .contains(new Login.Community(new SecretText(SECRET)));
        assertThat(hosts.devices().toString() + hosts.view(PDU) + events()).doesNotContain(SECRET);
        store.close();
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                                            .doesNotContain(SECRET));
        }
    }
}
