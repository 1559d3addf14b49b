package io.holdfast.agent.devices.snmp.exchange;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.snmp4j.TransportStateReference;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.UdpTransportMapping;

/**
 * The one socket of a session, and the thread that listens on it.
 *
 * <p>SNMP4J's own mapping reads whatever comes from whomever. This one takes messages from peers
 * that have been asked something, and goes on whatever a message does to the decoder.
 */
final class UdpWire extends UdpTransportMapping {

    /** The most bytes of a UDP datagram over IPv4. */
    static final int LARGEST_DATAGRAM_BYTES = 65_507;

    /** A socket that only fails is given up rather than asked for ever. */
    private static final int MOST_FAILURES_IN_A_ROW = 1_000;

    private final DatagramSocket socket;
    private final Peers peers;
    private final Thread listener;
    private final AtomicLong strangers = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();

    /** Whether the message that the listener is at work on reached the session. */
    private boolean understood;

    UdpWire(DatagramSocket socket, Peers peers, ThreadFactory threads) {
        super(new UdpAddress(socket.getLocalAddress(), socket.getLocalPort()));
        this.socket = socket;
        this.peers = peers;
        this.maxInboundMessageSize = LARGEST_DATAGRAM_BYTES;
        this.listener = threads.newThread(this::receive);
    }

    @Override
    public void listen() {
        listener.start();
    }

    @Override
    public boolean isListening() {
        return !socket.isClosed();
    }

    @Override
    public void sendMessage(
            UdpAddress address,
            byte[] message,
            TransportStateReference state,
            long timeoutMillis,
            int retries)
            throws IOException {
        InetSocketAddress to = new InetSocketAddress(address.getInetAddress(), address.getPort());
        // Devices, not strangers, are told things: no reports to whoever knocks.
        if (peers.at(to) != null) {
            socket.send(new DatagramPacket(message, message.length, to));
        }
    }

    /** Closes the socket and waits for the listener, which has nothing to wait for any more. */
    @Override
    public void close() {
        socket.close();
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The session has been given the message that is at work. */
    void markUnderstood() {
        understood = true;
    }

    /** Datagrams of peers that had not been asked anything. */
    long strangers() {
        return strangers.get();
    }

    /** Messages that made the decoder itself fail. */
    long broken() {
        return broken.get();
    }

    private void receive() {
        byte[] buffer = new byte[LARGEST_DATAGRAM_BYTES];
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        int failures = 0;
        while (!socket.isClosed()) {
            packet.setLength(buffer.length);
            try {
                socket.receive(packet);
                failures = 0;
                take(
                        new InetSocketAddress(packet.getAddress(), packet.getPort()),
                        ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
            } catch (IOException e) {
                // Closed, or an ICMP error about some peer, whose question will time out.
                if (++failures >= MOST_FAILURES_IN_A_ROW) {
                    socket.close();
                }
            }
        }
    }

    /** Takes one datagram; nothing that is in it makes this fail. */
    void take(InetSocketAddress from, ByteBuffer message) {
        Peers.Peer peer = peers.at(from);
        if (peer == null) {
            strangers.incrementAndGet();
            return;
        }
        understood = false;
        try {
            fireProcessMessage(
                    new UdpAddress(from.getAddress(), from.getPort()),
                    message,
                    new TransportStateReference(
                            this,
                            udpAddress,
                            null,
                            SecurityLevel.undefined,
                            SecurityLevel.undefined,
                            false,
                            socket));
        } catch (RuntimeException | StackOverflowError e) {
            broken.incrementAndGet();
        }
        if (!understood) {
            peer.countGarbled();
        }
    }
}
