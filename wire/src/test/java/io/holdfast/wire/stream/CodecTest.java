package io.holdfast.wire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.state.Change;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodecTest {

    private static final int MUTATIONS = 20_000;

    @Test
    void whatGoesInComesOut() {
        for (FromAgent message : Samples.fromAgent()) {
            assertThat(Codec.fromAgent(Codec.encode(message))).isEqualTo(understood(message));
        }
        for (FromCollector message : Samples.fromCollector()) {
            assertThat(Codec.fromCollector(Codec.encode(message))).isEqualTo(understood(message));
        }
        for (Numbered change : Samples.numbered()) {
            assertThat(Codec.numbered(Codec.encode(change))).isEqualTo(understood(change));
        }
    }

    /**
     * The file holds every message as the first version wrote it. It may only grow: a line that no
     * longer reads as it did means that agents in the field are no longer understood.
     */
    @Test
    void bytesOfTheFirstVersionStayReadable() throws IOException {
        List<String> golden = golden("golden-1.hex");
        List<FromAgent> fromAgent = Samples.fromAgent();
        List<FromCollector> fromCollector = Samples.fromCollector();
        assertThat(golden).hasSize(fromAgent.size() + fromCollector.size());
        for (int i = 0; i < fromAgent.size(); i++) {
            byte[] bytes = HexFormat.of().parseHex(golden.get(i));
            assertThat(Codec.fromAgent(bytes)).isEqualTo(understood(fromAgent.get(i)));
        }
        for (int i = 0; i < fromCollector.size(); i++) {
            byte[] bytes = HexFormat.of().parseHex(golden.get(fromAgent.size() + i));
            assertThat(Codec.fromCollector(bytes)).isEqualTo(understood(fromCollector.get(i)));
        }
    }

    @Test
    void bytesAreStillThoseOfTheFirstVersion() throws IOException {
        List<String> now =
                Stream.concat(
                                Samples.fromAgent().stream().map(Codec::encode),
                                Samples.fromCollector().stream().map(Codec::encode))
                        .map(HexFormat.of()::formatHex)
                        .toList();
        assertThat(now).isEqualTo(golden("golden-1.hex"));
    }

    @Test
    void whatIsSaidOfDevicesComesOutAsItWentIn() {
        for (FromAgent message : Samples.devicesFromAgent()) {
            assertThat(Codec.fromAgent(Codec.encode(message))).isEqualTo(understood(message));
        }
        for (FromCollector message : Samples.devicesFromCollector()) {
            assertThat(Codec.fromCollector(Codec.encode(message))).isEqualTo(understood(message));
        }
    }

    @Test
    void howALineIsReadTravelsWhole() {
        FromCollector lines = Samples.lines();
        assertThat(Codec.fromCollector(Codec.encode(lines))).isEqualTo(understood(lines));
    }

    @Test
    void aSuiteThatIsLeftToTheBmcStaysLeftToIt() {
        FromCollector bmc = Samples.anySuite();
        assertThat(Codec.fromCollector(Codec.encode(bmc))).isEqualTo(understood(bmc));
    }

    /** As {@link #bytesAreStillThoseOfTheFirstVersion}, for what came with "devices". */
    @Test
    void bytesOfDevicesNeverChange() throws IOException {
        List<String> now =
                Stream.concat(
                                Samples.devicesFromAgent().stream().map(Codec::encode),
                                Samples.devicesFromCollector().stream().map(Codec::encode))
                        .map(HexFormat.of()::formatHex)
                        .toList();
        assertThat(now).isEqualTo(golden("golden-2.hex"));
    }

    @Test
    void whatIsSaidOfLeasesComesOutAsItWentIn() {
        for (FromAgent message : Samples.leasesFromAgent()) {
            assertThat(Codec.fromAgent(Codec.encode(message))).isEqualTo(understood(message));
        }
        for (FromCollector message : Samples.leasesFromCollector()) {
            assertThat(Codec.fromCollector(Codec.encode(message))).isEqualTo(understood(message));
        }
    }

    /** As {@link #bytesAreStillThoseOfTheFirstVersion}, for what came with leases of pollers. */
    @Test
    void bytesOfLeasesNeverChange() throws IOException {
        List<String> now =
                Stream.concat(
                                Samples.leasesFromAgent().stream().map(Codec::encode),
                                Samples.leasesFromCollector().stream().map(Codec::encode))
                        .map(HexFormat.of()::formatHex)
                        .toList();
        assertThat(now).isEqualTo(golden("golden-3.hex"));
    }

    @Test
    void noDutyPrintsItsSecrets() {
        assertThat(Samples.devicesFromCollector().toString())
                .contains("***")
                .doesNotContain("geheim");
    }

    @Test
    void textsAreCutAndListsAreBoundedBeforeTheyTravel() {
        String endless = "x".repeat(1 << 20);
        Evidence evidence = new Evidence(endless, endless, endless, endless);
        Change change =
                new Change.Observed(
                        new Observation.Reported(
                                Samples.NIC,
                                Instant.EPOCH,
                                Health.FAILED,
                                List.of(),
                                Collections.nCopies(1_000, evidence)));
        byte[] bytes = Codec.encode(new Numbered(1, change));
        assertThat(bytes.length).isLessThan(WireLimits.BATCH_BYTES);
    }

    @Test
    void momentsOutsideTheYearsOfTheWireBecomeTheNearestInside() {
        for (Instant at : List.of(Instant.EPOCH, Samples.AT, Micros.LATEST)) {
            assertThat(Micros.instant(Micros.of(at))).isEqualTo(at);
        }
        assertThat(Micros.instant(Long.MAX_VALUE)).isEqualTo(Micros.LATEST);
        assertThat(Micros.instant(Long.MIN_VALUE)).isEqualTo(Instant.EPOCH);
        assertThat(Micros.instant(Micros.of(Instant.MAX))).isEqualTo(Micros.LATEST);
        assertThat(Micros.instant(Micros.of(Instant.MIN))).isEqualTo(Instant.EPOCH);
    }

    /** Whatever a byte is turned into, reading ends with an answer. */
    @Test
    void readingIsTotal() {
        long seed = 20_260_301;
        Random random = new Random(seed);
        byte[][] messages = Samples.fromAgent().stream().map(Codec::encode).toArray(byte[][]::new);
        int understood = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = messages[random.nextInt(messages.length)].clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Decoded<FromAgent> decoded = Codec.fromAgent(bytes);
            understood += decoded instanceof Decoded.Understood ? 1 : 0;
        }
        assertThat(understood).as("seed %s", seed).isBetween(1, MUTATIONS - 1);
    }

    private static <T> Decoded<T> understood(T message) {
        return new Decoded.Understood<>(message, Map.of());
    }

    private static List<String> golden(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(CodecTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
