package io.holdfast.agent.devices.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.command.Command;
import io.holdfast.agent.devices.command.Outcome;
import io.holdfast.core.check.StatusRange;
import io.holdfast.core.check.Trial;
import io.holdfast.core.device.Trust;
import io.holdfast.core.observation.Reading;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {

    private static final Trial.Ping PING = new Trial.Ping("192.0.2.1");
    private static final Trial.Exec PLUGIN = new Trial.Exec(List.of("/opt/check_db", "-v"));
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void pingAnsweredInPartIsGoodWithItsLoss() {
        String said =
                """
                PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.

                --- 192.0.2.1 ping statistics ---
                3 packets transmitted, 2 received, 33.3333% packet loss, time 402ms
                rtt min/avg/max/mdev = 0.021/0.250/0.041/0.008 ms
                """;
        Answer answer = PingReport.of(PING, new Outcome.Finished(0, said, ""));

        assertThat(answer).isInstanceOf(Answer.Good.class);
        List<Reading> readings = ((Answer.Good) answer).readings();
        assertThat(readings).extracting(Reading::name).containsExactly("loss", "response");
        assertThat(readings.getFirst().value()).isBetween(33.0, 34.0);
        assertThat(readings.getLast().value()).isEqualTo(0.00025);
    }

    @Test
    void pingWithoutAnswerIsBad() {
        String said = "3 packets transmitted, 0 received, +3 errors, 100% packet loss, time 404ms";
        assertThat(PingReport.of(PING, new Outcome.Finished(1, said, "")))
                .isInstanceOf(Answer.Bad.class);
        Command command = new Command("ping", List.of(), "x", SECOND);
        assertThat(PingReport.of(PING, new Outcome.TimedOut(command)))
                .isInstanceOf(Answer.Bad.class);
    }

    @Test
    void pingThatCouldNotBeSentSaysNothingOfTheHost() {
        assertThat(
                        PingReport.of(
                                PING,
                                new Outcome.Finished(2, "", "ping: x: Name or service not known")))
                .isInstanceOf(Answer.Unclear.class);
        assertThat(PingReport.of(PING, new Outcome.NotInstalled("ping")))
                .isInstanceOfSatisfying(
                        Answer.Unclear.class,
                        unclear -> assertThat(unclear.why().remedy()).contains("iputils-ping"));
    }

    @ParameterizedTest
    @CsvSource({"0, Good", "1, Weak", "2, Bad", "3, Unclear", "127, Unclear", "139, Unclear"})
    void pluginEndsAsPluginsDo(int code, String answer) {
        Outcome outcome = new Outcome.Finished(code, "DB OK - 3 ms | time=3ms\n", "");
        assertThat(PluginReport.of(PLUGIN, outcome).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void pluginIsQuotedWithoutPerformanceData() {
        Answer answer = PluginReport.of(PLUGIN, new Outcome.Finished(2, "DB DOWN | t=3\n", ""));
        assertThat(((Answer.Bad) answer).evidence().label()).isEqualTo("DB DOWN");
        Command command = new Command("check_db", List.of(), "x", SECOND);
        assertThat(PluginReport.of(PLUGIN, new Outcome.TimedOut(command)))
                .isInstanceOf(Answer.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200, it is up, Good",
        "200, it is down, Bad",
        "204, it is up, Good",
        "302, it is up, Bad",
        "503, it is up, Bad"
    })
    void pageIsJudgedByStatusAndBody(int status, String body, String answer) {
        Trial.Http trial =
                new Trial.Http(
                        "http://192.0.2.1/health",
                        StatusRange.SUCCESS,
                        Optional.of("is\\s+up"),
                        new Trust.Machine());
        assertThat(HttpVerdict.of(trial, status, body, SECOND).getClass().getSimpleName())
                .isEqualTo(answer);
    }

    @Test
    void ownNetworkAndNamesAreNotTheServicesFault() {
        assertThat(Refusal.of("x", new ConnectException("Network is unreachable"), SECOND))
                .isInstanceOf(Answer.Unclear.class);
        assertThat(Refusal.of("x", new RuntimeException(new UnknownHostException("x")), SECOND))
                .isInstanceOf(Answer.Unclear.class);
        assertThat(Refusal.of("x", new ConnectException("Connection refused"), SECOND))
                .isInstanceOfSatisfying(
                        Answer.Bad.class,
                        bad -> assertThat(bad.evidence().label()).isEqualTo("refuses connections"));
    }
}
