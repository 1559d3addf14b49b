package io.holdfast.agent.devices.snmp.peer;

import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.Secret;
import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.agent.devices.snmp.exchange.Line;
import io.holdfast.agent.devices.snmp.exchange.Question;
import io.holdfast.agent.devices.snmp.exchange.Reply;
import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.mibs.object.Oid;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Sessions as wiring makes them. */
public final class TestSession {

    public static final Oid SYS_DESCR = Oid.parse("1.3.6.1.2.1.1.1.0");

    /** Long enough for a busy machine. */
    public static final Duration PLENTY = Duration.ofSeconds(10);

    private static final int MOST_WAITS = 300;

    private TestSession() {}

    public static SnmpSession open() throws SocketException {
        return new SnmpSession(
                new DatagramSocket(),
                Thread.ofPlatform().daemon().name("snmp").factory(),
                System::nanoTime,
                new SecureRandom());
    }

    public static Login community(String name) {
        return new Login.Community(Login.Version.V2C, Secret.of(name));
    }

    /** Waits until the agent answers this login. */
    public static Line answering(SnmpSession session, SnmpTarget target, Login login)
            throws InterruptedException {
        Line line = session.line(target, login);
        for (int i = 0; i < MOST_WAITS; i++) {
            Reply reply = line.ask(new Question.Get(List.of(SYS_DESCR)), Duration.ofMillis(100));
            if (reply instanceof Reply.Answer) {
                return line;
            }
        }
        throw new AssertionError("no answer of the peer at " + target);
    }
}
