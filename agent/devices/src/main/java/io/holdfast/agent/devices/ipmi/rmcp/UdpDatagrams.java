package io.holdfast.agent.devices.ipmi.rmcp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Packets over UDP. The socket is connected: what comes from elsewhere never gets in, and a closed
 * port is heard of at once.
 */
public final class UdpDatagrams implements Datagrams {

    /** A platform thread does not wake from a receive when interrupted: it looks this often. */
    private static final int SLICE_MILLIS = 250;

    private final DatagramSocket socket;
    private final byte[] buffer = new byte[Packet.MOST_BYTES];

    private UdpDatagrams(DatagramSocket socket) {
        this.socket = socket;
    }

    /** Opens a socket to a BMC. */
    public static Datagrams open(String host, int port) throws IOException {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("no address is known for " + host, e);
        }
        DatagramSocket socket = new DatagramSocket();
        try {
            socket.connect(new InetSocketAddress(address, port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return new UdpDatagrams(socket);
    }

    @Override
    public void send(byte[] packet) throws IOException {
        socket.send(new DatagramPacket(packet, packet.length));
    }

    @Override
    public Optional<byte[]> receive(Duration within) throws IOException, InterruptedException {
        long left = Math.max(1, within.toMillis());
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        while (left > 0) {
            int slice = (int) Math.min(left, SLICE_MILLIS);
            left -= slice;
            socket.setSoTimeout(slice);
            try {
                socket.receive(packet);
                return Optional.of(Arrays.copyOf(buffer, packet.getLength()));
            } catch (SocketTimeoutException e) {
                // Nothing yet: whoever waits may have been told to stop.
                stopIfAsked();
            } catch (IOException e) {
                stopIfAsked();
                throw e;
            }
        }
        return Optional.empty();
    }

    private static void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while waiting for a BMC");
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
