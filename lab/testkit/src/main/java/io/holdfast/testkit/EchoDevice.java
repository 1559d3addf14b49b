package io.holdfast.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tiny device on loopback: whoever sends its name in a datagram gets it back, with the health of
 * the device's one power supply. Counts who asked, and can be deaf to some or to all.
 */
public final class EchoDevice implements AutoCloseable {

    private static final int MOST_BYTES = 512;

    private final DatagramSocket socket;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final Set<String> unheard = ConcurrentHashMap.newKeySet();
    private volatile boolean deaf;
    private volatile String health = "ok";

    private EchoDevice(DatagramSocket socket) {
        this.socket = socket;
    }

    /** A device on a free port. */
    public static EchoDevice open() {
        try {
            EchoDevice device =
                    new EchoDevice(
                            new DatagramSocket(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
            Thread.ofPlatform().daemon().name("echo-device").start(device::serve);
            return device;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How often this one has asked, answered or not. */
    public int askedBy(String name) {
        return asked.getOrDefault(name, 0);
    }

    /** Does not answer this one any more. */
    public void deafTo(String name) {
        unheard.add(name);
    }

    /** Whether it answers nobody. */
    public void deaf(boolean toAll) {
        deaf = toAll;
    }

    /** What it says of its power supply. */
    public void health(String word) {
        health = word;
    }

    private void serve() {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
            while (true) {
                packet.setLength(MOST_BYTES);
                socket.receive(packet);
                String name =
                        new String(
                                packet.getData(),
                                packet.getOffset(),
                                packet.getLength(),
                                StandardCharsets.UTF_8);
                asked.merge(name, 1, Integer::sum);
                if (!deaf && !unheard.contains(name)) {
                    byte[] answer = (name + " " + health).getBytes(StandardCharsets.UTF_8);
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // Closed: the test is over.
            return;
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
