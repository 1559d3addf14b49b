package io.holdfast.agent.devices.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.agent.devices.linux.netlink.RouteMessage.Reason;
import io.holdfast.agent.devices.linux.netlink.RouteSocket.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The watch over a scripted kernel, run to the script's end on the test's own thread. */
final class LinkWatchTest {

    private final FakeRouteSocket kernel = new FakeRouteSocket();
    private final List<String> told = new ArrayList<>();
    private final LinkWatch watch = new LinkWatch(kernel, SameThread::new);

    /** A thread whose start runs its task to the end before it returns. */
    private static final class SameThread extends Thread {

        private final Runnable task;

        SameThread(Runnable task) {
            this.task = task;
        }

        @Override
        public synchronized void start() {
            task.run();
        }
    }

    private List<String> run() {
        kernel.gives(new Receipt.Stopped());
        watch.start(change -> told.add(inWords(change)));
        return told;
    }

    private static String inWords(LinkChange change) {
        return switch (change) {
            case LinkChange.Seen(LinkState state) ->
                    state.name() + (state.lowerUp() ? " up" : " down");
            case LinkChange.Gone(int _, String name) -> name + " gone";
            case LinkChange.Blind(String reason) -> "blind: " + reason;
        };
    }

    private static byte[] up(int index, String name) {
        return Wire.link(index, name, Wire.UP | Wire.LOWER_UP);
    }

    private static byte[] down(int index, String name) {
        return Wire.link(index, name, Wire.UP);
    }

    @Test
    void itBeginsWithAllLinksAndThenTellsChangesInOrder() {
        kernel.says(up(2, "eth0"), up(3, "eth1")).says(Wire.done(false));
        kernel.says(down(2, "eth0")).says(up(2, "eth0"), Wire.linkGone(3, "eth1"));
        assertThat(run())
                .containsExactly("eth0 up", "eth1 up", "eth0 down", "eth0 up", "eth1 gone");
        assertThat(kernel.dumps()).isEqualTo(1);
        assertThat(kernel.open()).isFalse();
    }

    @Test
    void aMessageThatChangesNothingIsNotTold() {
        kernel.says(up(2, "eth0"), Wire.done(false)).says(up(2, "eth0")).says(up(2, "eth0"));
        assertThat(run()).containsExactly("eth0 up");
        assertThat(watch.counts().messages()).isEqualTo(4);
        assertThat(watch.counts().changes()).isEqualTo(1);
    }

    @Test
    void afterLostMessagesItComparesAnewAndTellsWhatWasMissed() {
        kernel.says(up(2, "eth0"), up(3, "eth1"), up(4, "eth2"), Wire.done(false));
        kernel.gives(new Receipt.Overrun());
        kernel.says(up(2, "eth0"), down(3, "eth1")).says(Wire.done(false));
        assertThat(run())
                .containsExactly("eth0 up", "eth1 up", "eth2 up", "eth1 down", "eth2 gone");
        assertThat(kernel.dumps()).isEqualTo(2);
        assertThat(watch.counts().overruns()).isEqualTo(1);
    }

    @Test
    void messagesLostDuringADumpLeadToAnotherAndProveNothingGone() {
        kernel.says(up(2, "eth0"), up(3, "eth1"), Wire.done(false));
        kernel.gives(new Receipt.Overrun());
        kernel.says(up(2, "eth0")).gives(new Receipt.Overrun()).says(Wire.done(false));
        kernel.says(up(2, "eth0"), up(3, "eth1"), Wire.done(false));
        assertThat(run()).containsExactly("eth0 up", "eth1 up");
        assertThat(kernel.dumps()).isEqualTo(3);
    }

    @Test
    void aDumpThatTheKernelCallsInterruptedIsRepeated() {
        kernel.says(up(2, "eth0"), up(3, "eth1"), Wire.done(false));
        kernel.gives(new Receipt.Overrun());
        kernel.says(up(2, "eth0"), Wire.done(true));
        kernel.says(up(2, "eth0"), Wire.done(false));
        assertThat(run()).containsExactly("eth0 up", "eth1 up", "eth1 gone");
        assertThat(kernel.dumps()).isEqualTo(3);
    }

    @Test
    void aLinkThatComesWhileADumpRunsIsNotTakenForGone() {
        kernel.says(up(2, "eth0")).says(up(9, "veth0")).says(Wire.done(false));
        assertThat(run()).containsExactly("eth0 up", "veth0 up");
    }

    @Test
    void malformedMessagesAreCountedAndSurvived() {
        kernel.says(up(2, "eth0"), Wire.done(false)).says(new byte[3]);
        kernel.gives(new Receipt.TooLong()).says(down(2, "eth0"));
        assertThat(run()).containsExactly("eth0 up", "eth0 down");
        assertThat(watch.counts().malformed())
                .containsEntry(Reason.SHORT_HEADER, 1L)
                .containsEntry(Reason.TOO_LONG, 1L);
    }

    @Test
    void aBrokenSocketEndsTheWatchAndSaysSo() {
        kernel.gives(new Receipt.Broken("reading the netlink socket failed with error 9"));
        assertThat(run()).containsExactly("blind: reading the netlink socket failed with error 9");
        assertThat(kernel.open()).isFalse();
    }

    @Test
    void aKernelThatRefusesTheDumpEndsTheWatchAndSaysSo() {
        kernel.refusesDumpsWith(1);
        assertThat(run()).containsExactly("blind: asking for all links failed with error 1");
        FakeRouteSocket later = new FakeRouteSocket().says(Wire.error(95));
        List<String> heard = new ArrayList<>();
        new LinkWatch(later, SameThread::new).start(change -> heard.add(inWords(change)));
        assertThat(heard)
                .containsExactly("blind: the kernel refused to list all links with error 95");
    }

    @Test
    void aListenerThatFailsDoesNotEndTheWatch() {
        kernel.says(up(2, "eth0"), up(3, "eth1"), Wire.done(false));
        kernel.gives(new Receipt.Stopped());
        watch.start(
                change -> {
                    told.add(inWords(change));
                    throw new IllegalArgumentException("planted by the test");
                });
        assertThat(told).containsExactly("eth0 up", "eth1 up");
    }

    @Test
    void aWatchStartsOnce() {
        run();
        assertThatThrownBy(() -> watch.start(change -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWatchThatNeverStartedClosesItsSocketAndCannotStartAfterwards() {
        watch.close();
        assertThat(kernel.open()).isFalse();
        assertThatThrownBy(() -> watch.start(change -> {}))
                .isInstanceOf(IllegalStateException.class);
    }
}
