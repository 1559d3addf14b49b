package io.holdfast.collector.northbound;

import static io.holdfast.collector.northbound.Powers.FULL;
import static io.holdfast.collector.northbound.Powers.NONE;
import static io.holdfast.collector.northbound.Powers.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.collector.alerting.RedundancyAlerts;
import io.holdfast.collector.event.Event;
import io.holdfast.collector.history.EventLog;
import io.holdfast.collector.ledger.Ledger;
import io.holdfast.collector.store.Store;
import io.holdfast.config.collector.TrapSettings;
import io.holdfast.config.collector.TrapSettings.Version;
import io.holdfast.config.rack.CredentialSettings.Auth;
import io.holdfast.config.rack.CredentialSettings.Form;
import io.holdfast.config.rack.CredentialSettings.Priv;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.yaml.Position;
import io.holdfast.core.device.SnmpAuth;
import io.holdfast.core.device.SnmpPriv;
import io.holdfast.mibs.names.ShippedNames;
import io.holdfast.testkit.ManualTime;
import io.holdfast.testkit.Recordings;
import io.holdfast.wire.api.TrapTestResult;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Notifications as net-snmp's snmptrapd takes and prints them. */
@Timeout(120)
class SnmpTrapdIT {

    private static final Path SNMPTRAPD = Path.of("/usr/sbin/snmptrapd");
    private static final Position AT = Position.startOf("test");
    private static final Map<String, String> SECRETS =
            Map.of("COMMUNITY", "told-only", "AUTH", "auth-phrase-1", "PRIV", "priv-phrase-1");

    @TempDir private Path directory;

    private final ManualTime time = ManualTime.start();
    private int port;
    private Path standards = Path.of("");
    private @Nullable Process trapd;

    @BeforeEach
    void look() throws IOException {
        boolean there = Files.isExecutable(SNMPTRAPD);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("snmptrapd, of the package snmptrapd").isTrue();
        }
        assumeTrue(there, "no snmptrapd");
        Optional<Path> folder = Recordings.folder("mibs");
        assumeTrue(folder.isPresent(), "no MIB texts in ../shared/recordings/mibs");
        standards = folder.get();
        try (DatagramSocket free = new DatagramSocket()) {
            port = free.getLocalPort();
        }
        try (var in =
                Objects.requireNonNull(
                        ShippedNames.class.getResourceAsStream(
                                "/io/holdfast/mibs/HOLDFAST-MIB.txt"))) {
            Files.write(directory.resolve("HOLDFAST-MIB.txt"), in.readAllBytes());
        }
    }

    @AfterEach
    void end() {
        if (trapd != null) {
            trapd.destroyForcibly();
        }
    }

    @Test
    void trapsAndInformsOfEachVersionAreDecodedByOurMib() throws Exception {
        startTrapd();
        try (Store store = open();
                Trapping trapping =
                        trapping(
                                store,
                                receiver("127.0.0.1", Version.V2C, false),
                                receiver("127.0.0.2", Version.V3, false),
                                receiver("127.0.0.3", Version.V3, true),
                                receiver("127.0.0.4", Version.V2C, true))) {
            happen(store, change(FULL, NONE));
            await(() -> count("holdfastGroupChanged") == 4);
            await(() -> trapping.waiting() == 0);
            TrapTestResult test = trapping.test();
            assertThat(test.receivers()).allMatch(TrapTestResult.Receiver::accepted);
            assertThat(test.receivers().get(2).detail()).isEqualTo("acknowledged");
            assertThat(test.engineId()).isEqualTo("0x80001f8804616263");
            await(() -> count("holdfastTest") == 4);
            assertThat(trapping.tally().sentCount()).isEqualTo(4);
        }
        assertThat(said())
                .contains(
                        "SNMPv2-MIB::snmpTrapOID.0 = OID: HOLDFAST-MIB::holdfastGroupChanged",
                        "HOLDFAST-MIB::holdfastGroupName.1 = STRING: ber1/r12/db07/group:power",
                        "HOLDFAST-MIB::holdfastGroupKind.1 = STRING: psu",
                        "HOLDFAST-MIB::holdfastGroupRedundancy.1 = INTEGER: none(3)",
                        "HOLDFAST-MIB::holdfastGroupSpares.1 = INTEGER: 0 members",
                        "HOLDFAST-MIB::holdfastGroupMembers.1 = Gauge32: 2 members",
                        "HOLDFAST-MIB::holdfastGroupNeeded.1 = Gauge32: 1 members")
                .doesNotContain("Wrong Type", "Warning", "8317", "Cannot find", "Unknown");
    }

    /** Nobody listens at first, and the collector starts again in between. */
    @Test
    void anInformWaitsForItsReceiverAcrossANewStart() throws Exception {
        try (Store store = open();
                Trapping trapping = trapping(store, receiver("127.0.0.1", Version.V3, true))) {
            happen(store, change(FULL, NONE));
            await(() -> trapping.tally().failedCount() == 1);
            assertThat(trapping.check().detail())
                    .isEqualTo(
                            "1 traps wait: 127.0.0.1:%s: no acknowledgement within 5000 ms; a wrong user or pass phrase is answered by silence too"
                                    .formatted(port));
        }
        startTrapd();
        time.advance(Duration.ofSeconds(10));
        try (Store store = open();
                Trapping trapping = trapping(store, receiver("127.0.0.1", Version.V3, true))) {
            await(() -> trapping.tally().sentCount() == 1);
            await(() -> trapping.waiting() == 0);
        }
        assertThat(count("holdfastGroupChanged")).isEqualTo(1);
    }

    @Test
    void aWrongPassPhraseIsNoAcknowledgement() throws Exception {
        startTrapd();
        TrapSettings right = receiver("127.0.0.1", Version.V3, true);
        Form wrong =
                new Form.SnmpUser(
                        "watch",
                        Optional.of(new Auth(SnmpAuth.SHA_1, secret("PRIV"))),
                        Optional.of(new Priv(SnmpPriv.AES_128, secret("PRIV"))));
        try (Store store = open();
                Trapping trapping =
                        trapping(store, new TrapSettings(right.to(), Version.V3, wrong, true))) {
            TrapTestResult.Receiver said = trapping.test().receivers().getFirst();
            assertThat(said.accepted()).isFalse();
            assertThat(said.detail())
                    .isEqualTo(
                            "no acknowledgement within 5000 ms; a wrong user or pass phrase is"
                                    + " answered by silence too");
        }
    }

    private Store open() {
        return Store.open(directory.resolve("store.db"), time, length -> {}, Thread::new);
    }

    private Trapping trapping(Store store, TrapSettings... receivers) {
        return Trapping.start(
                new Trapping.Means(
                        store,
                        new EventLog(store),
                        new SecretReader(SECRETS),
                        () -> "abc",
                        group -> Optional.empty(),
                        length -> Thread.sleep(1),
                        time,
                        time),
                List.of(receivers),
                new RedundancyAlerts());
    }

    private void happen(Store store, Event event) {
        new Ledger(store, new EventLog(store), time, reason -> {}).keep(List.of(event));
    }

    private TrapSettings receiver(String host, Version version, boolean inform) {
        Form login =
                switch (version) {
                    case V2C -> new Form.Community(secret("COMMUNITY"));
                    case V3 ->
                            new Form.SnmpUser(
                                    "watch",
                                    Optional.of(new Auth(SnmpAuth.SHA_1, secret("AUTH"))),
                                    Optional.of(new Priv(SnmpPriv.AES_128, secret("PRIV"))));
                };
        return new TrapSettings(new HostPort(host, port), version, login, inform);
    }

    private static SecretSource secret(String name) {
        return new SecretSource.FromEnvironment(AT, name);
    }

    /** One user for informs, known by the receiver's engine, and one for traps, known by ours. */
    private void startTrapd() throws IOException {
        Path settings = directory.resolve("snmptrapd.conf");
        String phrases = "SHA auth-phrase-1 AES priv-phrase-1\n";
        Files.writeString(
                settings,
                "authCommunity log told-only\nauthUser log watch priv\ncreateUser watch "
                        + phrases
                        + "createUser -e 0x80001f8804616263 watch "
                        + phrases);
        ProcessBuilder builder =
                new ProcessBuilder(
                                SNMPTRAPD.toString(),
                                "-f",
                                "-Lo",
                                "-n",
                                "-C",
                                "-c",
                                settings.toString(),
                                "-M",
                                standards + ":" + directory,
                                "-m",
                                "SNMPv2-MIB:HOLDFAST-MIB",
                                "-F",
                                "%W\\n%v\\n",
                                "udp:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("said").toFile());
        builder.environment().put("SNMP_PERSISTENT_DIR", directory.resolve("kept").toString());
        builder.environment().put("HOME", directory.toString());
        trapd = builder.start();
        await(() -> said().contains("NET-SNMP version"));
    }

    private String said() {
        try {
            Path said = directory.resolve("said");
            return Files.exists(said) ? Files.readString(said) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int count(String notification) {
        return said().split("OID: HOLDFAST-MIB::" + notification, -1).length - 1;
    }

    private void await(BooleanSupplier done) {
        try {
            for (int i = 0; i < 2_000; i++) {
                if (done.getAsBoolean()) {
                    return;
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("not in 40 s; snmptrapd said:\n" + said());
    }
}
