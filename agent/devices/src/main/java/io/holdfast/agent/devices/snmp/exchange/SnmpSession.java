package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.agent.devices.snmp.access.Login;
import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import io.holdfast.core.time.Ticker;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/**
 * One socket and one listening thread for all SNMP devices of a process.
 *
 * <p>What it keeps is bounded: a line for each device, at most {@value #MOST_LINES}, and one
 * pending question for each line. Whoever asks waits on its own thread; virtual ones are meant.
 */
public final class SnmpSession implements AutoCloseable {

    /** The most devices of one process. */
    public static final int MOST_LINES = 20_000;

    /** Answers of many devices may come in the same instant; the kernel caps what we ask for. */
    public static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    private record Key(SnmpTarget target, Login login) {}

    private final Exchange exchange;
    private final Ticker ticker;
    private final MasterKeys masterKeys = new MasterKeys();
    private final ConcurrentHashMap<Key, DeviceLine> lines = new ConcurrentHashMap<>();

    /**
     * A session over a socket, which it closes in the end.
     *
     * @param socket bound and not connected
     * @param threads makes the one listening thread
     * @param ticker for deadlines within one question
     * @param random draws request ids; a secure one, so that strangers cannot guess them
     * @throws SocketException if the socket takes no options
     */
    public SnmpSession(
            DatagramSocket socket, ThreadFactory threads, Ticker ticker, RandomGenerator random)
            throws SocketException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        this.ticker = ticker;
        this.exchange = new Exchange(socket, threads, ticker, random, MOST_LINES);
    }

    /**
     * The line to a device; the same one for the same device and login, so that a device is asked
     * one thing at a time.
     *
     * @throws IllegalStateException if there are too many devices
     */
    public Line line(SnmpTarget target, Login login) {
        if (lines.size() >= MOST_LINES && !lines.containsKey(new Key(target, login))) {
            throw new IllegalStateException(
                    "expected at most " + MOST_LINES + " SNMP devices in one process");
        }
        return lines.computeIfAbsent(
                new Key(target, login), key -> new DeviceLine(target, speaker(login)));
    }

    /** Forgets a device that is polled no longer. */
    public void drop(SnmpTarget target, Login login) {
        DeviceLine line = lines.remove(new Key(target, login));
        if (line != null) {
            line.address().ifPresent(exchange::forgetEngine);
        }
    }

    private Speaker speaker(Login login) {
        return switch (login) {
            case Login.Community community -> new CommunitySpeaker(exchange, community);
            case Login.User user -> new UserSpeaker(exchange, user, masterKeys, ticker);
        };
    }

    /** How many questions are on their way. */
    public int underWay() {
        return exchange.underWay();
    }

    /** Datagrams that came from nobody that had been asked. */
    public long strangers() {
        return exchange.wire().strangers();
    }

    /** Messages that made the decoder itself fail; they were dropped. */
    public long broken() {
        return exchange.wire().broken();
    }

    /** Closes the socket; whoever still waits is told so. */
    @Override
    public void close() {
        exchange.close();
    }
}
