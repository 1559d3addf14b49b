package io.holdfast.agent.devices.snmp.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.agent.devices.snmp.peer.Snmpd;
import io.holdfast.agent.devices.snmp.peer.TestSession;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.core.component.HostId;
import io.holdfast.mibs.knowledge.Control;
import io.holdfast.mibs.knowledge.DeviceKnowledge;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.ProfileText;
import io.holdfast.mibs.walk.Walk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Switching at Net-SNMP's agent, from a profile to the reading that proves it: an integer that may
 * be written stands for an outlet's relay.
 */
final class SnmpdSetIT {

    /** SNMPv2-MIB's snmpEnableAuthenTraps: enabled(1) or disabled(2), and writable in snmpd. */
    private static final Oid RELAY = Oid.parse("1.3.6.1.2.1.11.30");

    private static final String PROFILE =
            """
            about: a relay
            match: {every-device: true}
            components:
              relay:
                kind: outlet
                objects: {state: 1.3.6.1.2.1.11.30.0}
                name: relay
                control:
                  off: {object: 1.3.6.1.2.1.11.30, value: 2}
                  on: {object: 1.3.6.1.2.1.11.30, value: 1}
                  says: {object: 1.3.6.1.2.1.11.30, off: 2, on: 1}
                  index: "0"
            """;

    private static final Switching OUTLET = Switching.of(control());

    private static Control control() {
        Profile profile =
                switch (ProfileText.parse("relay.yaml", PROFILE)) {
                    case Loaded.Good<Profile>(Profile good) -> good;
                    case Loaded.Bad<Profile> bad -> throw new AssertionError(bad.text());
                };
        return new DeviceKnowledge(List.of(profile))
                .controls(
                        new HostId("s", "r", "pdu"),
                        "snmp",
                        Instant.EPOCH,
                        Walk.parse(RELAY + ".0|2|1\n").said())
                .firstEntry()
                .getValue();
    }

    @TempDir static Path folder;

    private static Snmpd snmpd;
    private static SnmpSession session;

    @BeforeAll
    static void start() throws Exception {
        snmpd = Snmpd.start(folder, "");
        session = TestSession.open();
    }

    @AfterAll
    static void stop() {
        session.close();
        snmpd.close();
    }

    private static Actuator as(String community) throws Exception {
        Line line =
                TestSession.answering(session, snmpd.target(), TestSession.community(community));
        return new Actuator(line, Patience.DEFAULT, System::nanoTime, Thread::sleep);
    }

    @Test
    void offAndOnAreProvenByReading() throws Exception {
        Actuator actuator = as("private");
        assertThat(actuator.make(OUTLET, Wish.ON)).isEqualTo(done(1));
        assertThat(actuator.make(OUTLET, Wish.OFF)).isEqualTo(done(2));
    }

    private static Actuation done(int value) {
        return new Actuation.Done(true, "outlet:relay: " + RELAY + ".0 = " + value);
    }

    @Test
    void aLoginThatMayOnlyReadChangesNothing() throws Exception {
        Actuation actuation = as("public").make(Switching.port(1), Wish.OFF);
        assertThat(actuation)
                .isInstanceOfSatisfying(
                        Actuation.NotDone.class,
                        it -> assertThat(it.reason()).contains("may not write"));
    }
}
