package io.holdfast.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.RetireResult;
import io.holdfast.wire.api.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said before and after a host is retired. */
class RetireTextTest {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final RetireText TEXT = new RetireText(ZoneOffset.UTC);

    @Test
    void ofARevokedHostNothingIsToBeTakenAway() {
        var by = Optional.of(new AgentReport.Revocation("ada", AT));
        assertThat(TEXT.preview(host(AgentReport.State.REVOKED, by)))
                .isEqualTo(
                        "ber1/r12/db07: its agent was revoked by ada at 2026-03-01 12:00:00 Z, so"
                                + " its certificates count no longer already."
                                + " 0 parts would leave the reports.\n");
    }

    @Test
    void ofOneThatWasNeverHeardTheCertificatesGo() {
        assertThat(TEXT.preview(host(AgentReport.State.NEVER, Optional.empty())))
                .isEqualTo(
                        "ber1/r12/db07: its agent was never heard. 0 parts would leave the"
                                + " reports, and its certificates would count no longer.\n");
    }

    @Test
    void certificatesThatWereRevokedBeforeAreNotToldAgain() {
        assertThat(done(0))
                .isEqualTo(
                        "ber1/r12/db07 is retired: 4 parts left the reports. Its history stays.\n");
        assertThat(done(1)).contains("reports, and its certificate counts no longer.");
        assertThat(done(2)).contains("reports, and its 2 certificates count no longer.");
    }

    private static String done(int certificates) {
        return RetireText.done(new RetireResult("ber1/r12/db07", AT, "ada", certificates, 4));
    }

    private static HostReport host(AgentReport.State state, Optional<AgentReport.Revocation> by) {
        AgentReport agent =
                new AgentReport(
                        state,
                        "",
                        Optional.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        by,
                        Optional.empty());
        return new HostReport(
                "ber1/r12/db07",
                Status.UNKNOWN,
                Optional.of(agent),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
