package io.holdfast.agent.devices.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.snmp.exchange.Trouble;
import io.holdfast.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The quarter of an hour in which a device is left alone. */
final class AuthenticationGuardTest {

    private static final Trouble WRONG =
            new Trouble(Trouble.Kind.WRONG_AUTHENTICATION, "the device says wrongDigest");

    private final ManualTime time = ManualTime.start();
    private final AuthenticationGuard guard = new AuthenticationGuard(time, time);

    @Test
    void letsThroughAtFirst() {
        assertThat(guard.closed()).isEmpty();
    }

    @Test
    void shutsForAQuarterOfAnHourAndSaysSo() {
        guard.note(WRONG);
        Trouble closed = guard.closed().orElseThrow();
        assertThat(closed.kind()).isEqualTo(Trouble.Kind.BACKING_OFF);
        assertThat(closed.detail())
                .isEqualTo(
                        "not asked: at 2026-03-01T12:00:00Z the device says wrongDigest; next try"
                                + " in 15 min");
        time.advance(Duration.ofMinutes(14).plusSeconds(30));
        assertThat(guard.closed().orElseThrow().detail()).endsWith("next try in 1 min");
        time.advance(Duration.ofSeconds(29));
        assertThat(guard.closed()).isPresent();
        time.advance(Duration.ofSeconds(1));
        assertThat(guard.closed()).isEmpty();
        assertThat(guard.closed()).isEmpty();
    }

    @Test
    void theWallClockDoesNotOpenIt() {
        guard.note(WRONG);
        time.setWallClock(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(guard.closed()).isPresent();
    }

    @Test
    void aSecondFailureShutsItAgain() {
        guard.note(WRONG);
        time.advance(AuthenticationGuard.BACK_OFF);
        assertThat(guard.closed()).isEmpty();
        guard.note(WRONG);
        assertThat(guard.closed().orElseThrow().detail()).contains("12:15:00Z");
    }

    @ParameterizedTest
    @EnumSource(Trouble.Kind.class)
    void onlyCredentialsShutIt(Trouble.Kind kind) {
        Trouble trouble = new Trouble(kind, "some trouble");
        guard.note(trouble);
        assertThat(guard.closed().isPresent()).isEqualTo(trouble.authentication());
    }
}
