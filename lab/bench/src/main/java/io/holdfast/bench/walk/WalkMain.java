package io.holdfast.bench.walk;

import io.holdfast.agent.devices.snmp.exchange.SnmpSession;
import io.holdfast.mibs.knowledge.Profiles;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Reads orders line by line and answers each with a line of JSON, until its input ends. */
public final class WalkMain {

    private WalkMain() {}

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        try (SnmpSession session =
                        new SnmpSession(
                                new DatagramSocket(),
                                Thread.ofPlatform().daemon().name("snmp").factory(),
                                WalkMain::nanos,
                                new SecureRandom());
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Orders orders = new Orders(session, Profiles.shipped(), InstantSource.system());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(orders.carryOut(line.split(" ")).json());
                System.out.flush();
            }
        }
    }

    static long nanos() {
        return System.nanoTime();
    }
}
