package io.holdfast.agent.devices.snmp.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.agent.devices.snmp.peer.Snmpd;
import io.holdfast.agent.devices.snmp.peer.TestSession;
import io.holdfast.mibs.object.Oid;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Switching at Net-SNMP's agent: an integer that may be written stands for an outlet's relay. */
final class SnmpdSetIT {

    /** SNMPv2-MIB's snmpEnableAuthenTraps: enabled(1) or disabled(2), and writable in snmpd. */
    private static final Oid RELAY = Oid.parse("1.3.6.1.2.1.11.30");

    private static final Switching OUTLET = Switching.outlet(RELAY, 2, 1, RELAY, 2, 1, Oid.of(0));

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
        return new Actuation.Done(true, "outlet 0: " + RELAY + ".0 = " + value);
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
