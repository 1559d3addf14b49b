package io.holdfast.agent.devices.ipmi.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BmcTest {

    private static final Command<Integer> COMMAND =
            new Command<>(
                    "Test",
                    Request.of(NetFn.APP, 1),
                    in ->
                            in.has(1)
                                    ? new Decoded.Good<>(in.u8(0))
                                    : Decoded.tooShort("a test", 1, in.length()));

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aBusyBmcIsAskedAgainALittleLater() throws InterruptedException {
        ScriptedLink link =
                new ScriptedLink(
                        request ->
                                pauses.size() < 2
                                        ? new Answer.Reply(0xc0, Octets.NONE)
                                        : new Answer.Reply(0, Octets.of(7)));
        assertThat(new Bmc(link, pauses::add).ask(COMMAND)).isEqualTo(new Outcome.Got<>(7));
        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void aBmcThatStaysBusyIsToldAsBusy() throws InterruptedException {
        ScriptedLink link = new ScriptedLink(request -> new Answer.Reply(0xc0, Octets.NONE));
        Outcome<Integer> outcome = new Bmc(link, pauses::add).ask(COMMAND);
        assertThat(outcome.reason()).isEqualTo("Test: the BMC is busy (completion code 0xc0)");
        assertThat(link.asked()).hasSize(Bmc.MOST_TRIES);
    }

    @Test
    void anAnswerThatIsTooShortIsNotUnderstood() throws InterruptedException {
        ScriptedLink link = new ScriptedLink(request -> new Answer.Reply(0, Octets.NONE));
        assertThat(new Bmc(link, pauses::add).ask(COMMAND).reason())
                .isEqualTo("Test: expected at least 1 bytes of a test, found 0");
    }
}
