package io.holdfast.agent.devices.ipmi.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class DeviceLinkTest {

    private static final Request ASK = Request.of(NetFn.APP, 1);
    private static final Answer GOOD = new Answer.Reply(0, Octets.of(0x20));

    private final ManualTime time = ManualTime.start();
    private final Deque<Driver.Message> coming = new ArrayDeque<>();
    private LongFunction<Driver.Message> answers =
            id -> new Driver.Message(true, id, Octets.of(0, 0x20));
    private int closed;

    @Test
    void asks() throws InterruptedException {
        assertThat(link().exchange(ASK)).isEqualTo(GOOD);
    }

    @Test
    void leavesEventsAndAnswersToEarlierQuestions() throws InterruptedException {
        coming.add(new Driver.Message(false, 1, Octets.of(0, 9)));
        coming.add(new Driver.Message(true, 99, Octets.of(0, 9)));
        assertThat(link().exchange(ASK)).isEqualTo(GOOD);
    }

    @Test
    void givesUpAtItsDeadline() throws InterruptedException {
        answers = id -> new Driver.Message(true, id + 7, Octets.of(0));
        assertThat(link().exchange(ASK))
                .isEqualTo(
                        new Answer.None(
                                Answer.Why.TIMED_OUT, "no answer through /dev/ipmi0 within 6 s"));
    }

    @Test
    void saysThatThereIsNoDriver() throws InterruptedException {
        Answer.None none = failing(new NoSuchFileException("/dev/ipmi0"));
        assertThat(none).isEqualTo(new Answer.None(Answer.Why.NO_DEVICE, "there is no /dev/ipmi0"));
    }

    @Test
    void saysThatTheFileMayNotBeOpened() throws InterruptedException {
        Answer.None none = failing(new AccessDeniedException("/dev/ipmi0"));
        assertThat(none.why()).isEqualTo(Answer.Why.NOT_PERMITTED);
    }

    @Test
    void opensAnewAfterTheDriverBroke() throws InterruptedException {
        DeviceLink link = link();
        LongFunction<Driver.Message> good = answers;
        answers =
                id -> {
                    throw new IllegalStateException("broken");
                };
        assertThat(link.exchange(ASK)).isInstanceOf(Answer.None.class);
        answers = good;
        assertThat(link.exchange(ASK)).isEqualTo(GOOD);
        assertThat(closed).isLessThanOrEqualTo(1);
    }

    private Answer.None failing(IOException e) throws InterruptedException {
        DeviceLink link =
                new DeviceLink(
                        "/dev/ipmi0",
                        () -> {
                            throw e;
                        },
                        time);
        return (Answer.None) link.exchange(ASK);
    }

    private DeviceLink link() {
        return new DeviceLink("/dev/ipmi0", FakeDriver::new, time);
    }

    private final class FakeDriver implements Driver {

        @Override
        public void send(long id, Request request) {
            coming.add(answers.apply(id));
        }

        @Override
        public Optional<Message> receive(Duration within) {
            Optional<Message> next = Optional.ofNullable(coming.poll());
            if (next.isEmpty()) {
                time.advance(within);
            }
            return next;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
