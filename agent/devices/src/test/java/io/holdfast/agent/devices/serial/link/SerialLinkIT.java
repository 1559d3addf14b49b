package io.holdfast.agent.devices.serial.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.serial.line.HeldLine;
import io.holdfast.agent.devices.serial.line.LineLocks;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.agent.devices.serial.line.NativePort;
import io.holdfast.testkit.PtyCable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ends of a link, each on a thread and a pseudo terminal of its own, with a cable between. */
class SerialLinkIT {

    private static final LinkKey KEY = new LinkKey(new byte[32]);
    private static final LinkTimes TIMES =
            new LinkTimes(Duration.ofMillis(50), Duration.ofMillis(400));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;

    /** One end, and what it was told. */
    private final class Host implements AutoCloseable {
        private final List<LinkEvent> events = new CopyOnWriteArrayList<>();
        private final SerialLink link;
        private final Thread thread;

        Host(Path device, long seed) {
            SplittableRandom sessions = new SplittableRandom(seed);
            LineLocks locks = new LineLocks(folder, ProcessHandle.current().pid(), pid -> false);
            link =
                    new SerialLink(
                            new HeldLine(
                                    new NativePort(
                                            device.toString(),
                                            LineSettings.plain(115_200),
                                            locks,
                                            System::nanoTime)),
                            KEY,
                            TIMES,
                            sessions::nextLong,
                            System::nanoTime,
                            events::add);
            thread = Thread.ofPlatform().daemon().name("link").start(link);
        }

        boolean up() {
            return link.counts().state() == LinkState.UP;
        }

        List<String> messages() {
            return events.stream()
                    .filter(LinkEvent.Message.class::isInstance)
                    .map(
                            event ->
                                    new String(
                                            ((LinkEvent.Message) event).body(),
                                            StandardCharsets.UTF_8))
                    .toList();
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void until(String what, BooleanSupplier expected) {
        long start = System.nanoTime();
        while (!expected.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("never came: " + what);
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void messagesCrossAndNoiseAndRestartsAreSurvived() throws Exception {
        int threads = Thread.activeCount();
        try (PtyCable cable = new PtyCable();
                Host left = new Host(cable.left().device(), 1)) {
            try (Host right = new Host(cable.right().device(), 2)) {
                until("both up", () -> left.up() && right.up());
                left.link.send("standby is well".getBytes(StandardCharsets.UTF_8));
                right.link.send("primary is well".getBytes(StandardCharsets.UTF_8));
                until(
                        "both heard",
                        () -> left.messages().size() == 1 && right.messages().size() == 1);
                assertThat(right.messages()).containsExactly("standby is well");
                assertThat(left.messages()).containsExactly("primary is well");

                cable.damage(PtyCable.noise(20260311, 0.02));
                until(
                        "noise counted",
                        () -> left.link.counts().faults().values().stream().anyMatch(n -> n > 3));
                cable.damage(UnaryOperator.identity());
                until("up after noise", () -> left.up() && right.up());
            }
            try (Host restarted = new Host(cable.right().device(), 3)) {
                until("restart known", () -> left.events.contains(new LinkEvent.Up(true)));
                until("up again", () -> left.up() && restarted.up());
                cable.damage(bytes -> new byte[0]);
                until("down without a cable", () -> !left.up() && !restarted.up());
                cable.damage(UnaryOperator.identity());
                until("up with it", () -> left.up() && restarted.up());
            }
        }
        assertThat(Thread.activeCount()).isEqualTo(threads);
    }

    @Test
    void aDeviceThatGoesAndComesBackIsOpenedAnew() throws Exception {
        Path near = folder.resolve("ttyLink");
        PtyCable first = new PtyCable();
        link(near, first);
        try (Host left = new Host(near, 1);
                Host right = new Host(first.right().device(), 2)) {
            until("both up", () -> left.up() && right.up());
            Files.delete(near);
            first.close();
            until("gone is told", () -> left.link.trouble().isPresent());
        }
        try (PtyCable second = new PtyCable();
                Host left = new Host(near, 3)) {
            until("nothing there yet", () -> left.link.trouble().isPresent());
            link(near, second);
            try (Host right = new Host(second.right().device(), 4)) {
                until("both up", () -> left.up() && right.up());
            }
        }
    }

    private static void link(Path near, PtyCable cable) throws IOException {
        Files.createSymbolicLink(near, cable.left().device());
    }
}
