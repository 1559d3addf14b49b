package io.holdfast.agent.devices.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.holdfast.agent.devices.snmp.access.AuthProtocol;
import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.PrivProtocol;
import io.holdfast.agent.devices.snmp.access.Secret;
import io.holdfast.agent.devices.snmp.access.Security;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.agent.devices.snmp.peer.Snmpd;
import io.holdfast.agent.devices.snmp.peer.Snmpsim;
import io.holdfast.agent.devices.snmp.peer.TestSession;
import io.holdfast.agent.devices.snmp.walk.Memory;
import io.holdfast.agent.devices.snmp.walk.WalkLimits;
import io.holdfast.core.component.HostId;
import io.holdfast.core.survey.Survey;
import io.holdfast.mibs.knowledge.Profiles;
import io.holdfast.mibs.walk.Walk;
import io.holdfast.testkit.ManualTime;
import io.holdfast.testkit.Recordings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every recorded device, played by snmpsim: what we read over the network is what the recording
 * says.
 */
final class RecordedDevicesIT {

    private static final Profiles PROFILES = Profiles.shipped();
    private static final HostId HOST = new HostId("site", "rack", "device");
    private static final ManualTime TIME = ManualTime.start();

    /** The simulator is one thread, and the machine may be busy. */
    private static final WalkLimits PATIENT =
            new WalkLimits(
                    Duration.ofSeconds(10), 3, Duration.ofMinutes(5), 20, 100, 100_000, 16L << 20);

    private static final int AT_ONCE = 12;

    @TempDir static Path folder;

    private static List<Path> recordings = List.of();
    private static Snmpsim snmpsim;
    private static SnmpSession session;
    private static Memory memory = new Memory(64L << 20);

    @BeforeAll
    static void start() throws Exception {
        recordings =
                Recordings.files("snmp").stream()
                        .filter(file -> file.toString().endsWith(".snmprec"))
                        .toList();
        assumeFalse(recordings.isEmpty(), "no ../shared/recordings/snmp beside this project");
        snmpsim = Snmpsim.start(folder, recordings);
        session = TestSession.open();
        TestSession.answering(
                session, snmpsim.target(), TestSession.community(name(recordings.getLast())));
    }

    @AfterAll
    static void stop() {
        if (session != null) {
            session.close();
            snmpsim.close();
        }
    }

    @Test
    void allOfThemByCommunityManyAtOnce() throws Exception {
        List<Future<Survey>> looks = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Path recording : recordings) {
                Login login = TestSession.community(name(recording));
                looks.add(threads.submit(() -> look(login)));
            }
        }
        for (int i = 0; i < recordings.size(); i++) {
            assertSame(recordings.get(i), looks.get(i).get());
        }
        assertThat(session.underWay()).isZero();
        assertThat(session.broken()).isZero();
        assertThat(memory.left()).isEqualTo(64L << 20);
    }

    @Test
    void someOfThemByContextOfAnEncryptedUser() throws Exception {
        for (Path recording : recordings.subList(0, 3)) {
            Security security =
                    new Security.AuthPriv(
                            AuthProtocol.SHA_256,
                            Secret.of(Snmpd.AUTH),
                            PrivProtocol.AES_128,
                            Secret.of(Snmpd.PRIV));
            assertSame(recording, look(new Login.User("monsha256", security, name(recording))));
        }
    }

    private static Survey look(Login login) throws InterruptedException {
        return new SnmpDevices(session, PROFILES, memory, PATIENT, TIME, System::nanoTime)
                .probe(HOST, snmpsim.target(), login)
                .probe()
                .look();
    }

    private static void assertSame(Path recording, Survey seen) {
        Walk walk = Walk.parse(Recordings.text(recording));
        Survey expected =
                PROFILES.matching(walk.sysObjectId(), walk.sysDescr())
                        .evaluate(HOST, SnmpProbe.NAME, TIME.instant(), walk.said(), Set.of());
        assertThat(seen.unseen()).as(name(recording)).isEqualTo(expected.unseen());
        assertThat(seen).as(name(recording)).isEqualTo(expected);
    }

    private static String name(Path recording) {
        String file = recording.getFileName().toString();
        return file.substring(0, file.length() - ".snmprec".length());
    }
}
