package io.holdfast.agent.devices.snmp.peer;

import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.agent.devices.snmp.exchange.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.snmp4j.PDU;

/** An SNMPv2c agent on loopback that answers what a test tells it to answer, however wrong. */
public final class HostileAgent implements AutoCloseable {

    /** What it sends for a request: any number of datagrams. */
    public interface Manners {
        List<byte[]> answer(PDU request, int number);
    }

    private static final int LARGEST_REQUEST = 4096;

    private final DatagramSocket socket;
    private final Thread thread;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Manners manners;

    private HostileAgent(DatagramSocket socket, Manners manners) {
        this.socket = socket;
        this.manners = manners;
        this.thread = Thread.ofPlatform().daemon().name("hostile agent").start(this::serve);
    }

    public static HostileAgent start(Manners manners) throws IOException {
        return start(InetAddress.getLoopbackAddress(), manners);
    }

    public static HostileAgent start(InetAddress address, Manners manners) throws IOException {
        return new HostileAgent(new DatagramSocket(new InetSocketAddress(address, 0)), manners);
    }

    public SnmpTarget target() {
        return new SnmpTarget(socket.getLocalAddress().getHostAddress(), socket.getLocalPort());
    }

    /** Other manners from now on, counting requests from 0 again. */
    public void behave(Manners next) {
        asked.set(0);
        manners = next;
    }

    public int asked() {
        return asked.get();
    }

    private void serve() {
        byte[] buffer = new byte[LARGEST_REQUEST];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        while (!socket.isClosed()) {
            packet.setLength(buffer.length);
            try {
                socket.receive(packet);
                int number = asked.getAndIncrement();
                PDU request = Messages.decode(buffer, packet.getLength());
                for (byte[] answer : manners.answer(request, number)) {
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
