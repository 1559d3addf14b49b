package io.holdfast.config.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdTest {

    private final List<String> told = new ArrayList<>();
    private final Supervisor systemd = new Systemd(told::add, Optional.empty());

    @Test
    void tellsInTheWordsOfSystemd() {
        systemd.ready("watching 12 parts");
        systemd.status("collector away");
        systemd.reloading(1_234_567_890L);
        systemd.alive();
        systemd.stopping();
        assertThat(told)
                .containsExactly(
                        "READY=1\nSTATUS=watching 12 parts",
                        "STATUS=collector away",
                        "RELOADING=1\nMONOTONIC_USEC=1234567",
                        "WATCHDOG=1",
                        "STOPPING=1");
    }

    @Test
    void aStatusCannotCarryAnotherNotice() {
        systemd.status("fine\nSTOPPING=1");
        systemd.status("x".repeat(1000));
        systemd.status("");
        assertThat(told)
                .containsExactly(
                        "STATUS=fine", "STATUS=" + "x".repeat(Systemd.LONGEST_STATUS), "STATUS=");
    }

    @Test
    void theHeartbeatIsHalfOfWhatIsAllowed() {
        assertThat(Systemd.heartbeat(Map.of("WATCHDOG_USEC", "30000000"), 7))
                .contains(Duration.ofSeconds(15));
        assertThat(Systemd.heartbeat(Map.of("WATCHDOG_USEC", "1000", "WATCHDOG_PID", "7"), 7))
                .contains(Duration.ofNanos(500_000));
    }

    @Test
    void anotherProcessIsWatched() {
        assertThat(Systemd.heartbeat(Map.of("WATCHDOG_USEC", "1000", "WATCHDOG_PID", "8"), 7))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "soon", "99999999999999999999"})
    void nonsenseIsNoWatchdog(String micros) {
        assertThat(Systemd.heartbeat(Map.of("WATCHDOG_USEC", micros), 7)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative", "vsock:2:1234"})
    void withoutASocketNobodyIsTold(String address) {
        assertThat(Systemd.of(Map.of("NOTIFY_SOCKET", address), 7)).isEqualTo(new Unsupervised());
        assertThat(Systemd.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(107)), 7))
                .isEqualTo(new Unsupervised());
    }
}
