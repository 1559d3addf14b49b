package io.holdfast.collector.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.collector.Collector;
import io.holdfast.collector.api.server.RawHttp;
import io.holdfast.collector.peer.Enlisted;
import io.holdfast.collector.peer.Parts;
import io.holdfast.collector.peer.Running;
import io.holdfast.collector.peer.Speaker;
import io.holdfast.collector.store.UnwritableException;
import io.holdfast.collector.view.StoreHealth;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Health;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.state.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A collector whose disk is full, on a small file system in memory that only root can make. */
final class FullDiskIT {

    private static final HostId HOST = HostId.parse("ber1/r1/db1");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path directory;

    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        mounted =
                run("mount", "-t", "tmpfs", "-o", "size=4m", "holdfast-test", directory.toString());
        assumeTrue(mounted, "needs root, to mount a small file system");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", directory.toString());
        }
    }

    @Test
    @Timeout(120)
    void nothingIsAcknowledgedWhileTheDiskIsFullAndAllOfItAfterwards() throws Exception {
        List<Change> look = Parts.firstLook(HOST, 2, AT);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Collector collector = Running.in(directory)) {
            String token =
                    collector
                            .operations()
                            .tokens()
                            .create("*", 1, Duration.ofHours(1), "test")
                            .text();
            Enlisted who = Enlisted.at(collector.agentsPort(), token, HOST, threads);
            try (Speaker agent = new Speaker(who, 1, collector.agentsPort(), threads)) {
                agent.hello();
                agent.batch(1, look);
                agent.awaitAck(look.size());

                Path filler = fillUp();
                long next = look.size() + 1L;
                long mostNeeded = next + 20_000;
                while (collector.store().health().ok()) {
                    assertThat(next).as("the disk fills up").isLessThan(mostNeeded);
                    agent.batch(next, List.of(failing(next)));
                    next++;
                    Thread.sleep(2);
                }
                StoreHealth.Trouble full = collector.store().health().trouble().orElseThrow();
                assertThat(full.what()).contains("holdfast.db").contains("full");
                assertThat(full.remedy()).startsWith("free some room");
                // What people ask for fails at once, what is known is still told.
                Assertions.assertThatThrownBy(
                                () ->
                                        collector
                                                .operations()
                                                .tokens()
                                                .create("*", 1, Duration.ofHours(1), "test"))
                        .isInstanceOf(UnwritableException.class);
                assertThat(redundancy(collector)).isIn(Redundancy.NONE, Redundancy.FULL);
                agent.lastAck();
                agent.batch(
                        next, List.of(Parts.reported(Parts.psu(HOST, 1), Health.FAILED, 0, AT)));
                assertThat(agent.lastAck()).isEmpty();

                Files.delete(filler);
                agent.awaitAck(next);
                awaitGoodHealth(collector);
            }
        }
    }

    @Test
    @Timeout(120)
    void itIsOnTopOfTheReportUntilThereIsRoomThoughNobodyWrites(@TempDir Path elsewhere)
            throws Exception {
        try (ChildCollector child = ChildCollector.in(elsewhere, directory.resolve("state"))) {
            assertThat(RawHttp.get(child.socket(), "/v1/report"))
                    .contains("\"collector_trouble\":[]");

            Path filler = fillUp();
            assertThat(firstNotDone(child))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("holdfast.db: ")
                    .contains("\"remedy\":\"free some room");
            assertThat(RawHttp.get(child.socket(), "/v1/report"))
                    .contains("\"status\":\"critical\",\"collector_trouble\":[{\"name\":\"store\"");

            Files.delete(filler);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (RawHttp.get(child.socket(), "/v1/report").contains("\"name\":\"store\"")) {
                assertThat(System.nanoTime()).as("the trouble ends by itself").isLessThan(end);
                Thread.sleep(100);
            }
            assertThat(newToken(child)).startsWith("HTTP/1.1 200 ");
            assertThat(child.end()).isZero();
        }
    }

    /** The disk may have some room left in the store's own files. */
    private static String firstNotDone(ChildCollector child) throws IOException {
        for (int i = 0; i < 500; i++) {
            String answer = newToken(child);
            if (!answer.startsWith("HTTP/1.1 200 ")) {
                return answer;
            }
        }
        throw new AssertionError("expected the disk to fill up");
    }

    private static String newToken(ChildCollector child) throws IOException {
        return RawHttp.ask(
                child.socket(),
                "POST /v1/tokens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }

    private static Change failing(long n) {
        return Parts.reported(
                Parts.psu(HOST, 1), n % 2 == 0 ? Health.FAILED : Health.OK, 0, AT.plusMillis(n));
    }

    private static Redundancy redundancy(Collector collector) {
        return collector
                .operations()
                .reports()
                .host(HOST)
                .orElseThrow()
                .groups()
                .getFirst()
                .computed();
    }

    private static void awaitGoodHealth(Collector collector) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!collector.store().health().ok()) {
            assertThat(System.nanoTime()).as("the store recovers").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private Path fillUp() throws IOException {
        Path filler = directory.resolve("filler");
        byte[] page = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
