package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.core.time.Ticker;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.Target;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;

/**
 * Messages out, the responses and reports that belong to them in.
 *
 * <p>SNMP4J's {@code Snmp} keeps a timer task and two table entries for each request and tries
 * again by itself; here the asking thread waits, and what it asked is forgotten when it stops
 * waiting.
 */
final class Exchange implements CommandResponder, AutoCloseable {

    /** Request ids are drawn anew until one is free; more tries than this never happen. */
    private static final int MOST_DRAWS = 64;

    private static final int ENGINE_NAME_BYTES = 8;

    /** What came back for one message. */
    sealed interface Outcome {

        /** A response or a report. */
        record Came(PDU pdu) implements Outcome {}

        /** Nothing that could be used. */
        record Nothing(Trouble trouble) implements Outcome {}
    }

    private final UdpWire wire;
    private final Peers peers = new Peers();
    private final MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    private final MPv3 v3;
    private final USM usm;
    private final RandomGenerator random;
    private final Ticker ticker;
    private final ConcurrentHashMap<Integer, Talk> pending = new ConcurrentHashMap<>();

    static {
        // Counters and a clock reading for each message, which nobody reads.
        SNMP4JSettings.setSnmp4jStatistics(SNMP4JSettings.Snmp4jStatistics.none);
        SNMP4JSettings.setVerifyResponsePeerAddress(true);
        // A device with another user's key says so without a signature of ours; RFC 3414, 3.2.
        SNMP4JSettings.setReportSecurityLevelStrategy(
                SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
    }

    Exchange(
            DatagramSocket socket,
            ThreadFactory threads,
            Ticker ticker,
            RandomGenerator random,
            int engines) {
        this.ticker = ticker;
        this.random = random;
        wire = new UdpWire(socket, peers, threads);
        byte[] name = new byte[ENGINE_NAME_BYTES];
        random.nextBytes(name);
        OctetString self = new OctetString(MPv3.createLocalEngineID(new OctetString(name)));
        usm = new USM(SecurityProtocols.getInstance().addDefaultProtocols(), self, 0);
        usm.getTimeTable().setMaxDiscoveredEntries(engines);
        v3 = new MPv3(usm);
        v3.setMaxEngineIdCacheSize(engines);
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        dispatcher.addMessageProcessingModel(v3);
        dispatcher.addCommandResponder(this);
        dispatcher.addTransportMapping(wire);
        wire.addTransportListener(dispatcher);
        wire.listen();
    }

    /** Sends a message and waits for what comes back. */
    Outcome send(PDU pdu, Target<UdpAddress> target, Duration timeout) throws InterruptedException {
        return converse(pdu, target, timeout, Talk.Onward.NOWHERE);
    }

    /**
     * Sends a message, and after each response the next one that follows from it, without waking
     * the asking thread in between.
     *
     * @param patience how long to wait for each answer
     * @return what came back for the last message
     */
    Outcome converse(PDU first, Target<UdpAddress> target, Duration patience, Talk.Onward onward)
            throws InterruptedException {
        UdpAddress to = target.getAddress();
        InetSocketAddress address = new InetSocketAddress(to.getInetAddress(), to.getPort());
        Peers.Peer peer = peers.begin(address);
        long garbled = peer.garbled();
        long unmatched = peer.unmatched();
        Talk talk = new Talk(address, target, onward);
        try {
            synchronized (talk) {
                say(talk, first);
            }
            Outcome outcome = talk.await(patience, ticker);
            return outcome == null
                    ? silence(patience, peer.garbled() - garbled, peer.unmatched() - unmatched)
                    : outcome;
        } catch (MessageException e) {
            return unsent(e);
        } finally {
            // Also where the asker was interrupted: nothing goes on for one who has left.
            talk.close();
            forget(talk);
            peers.end(address);
        }
    }

    /** Says the next thing under an id of its own. */
    private void say(Talk talk, PDU pdu) throws MessageException {
        int id = register(talk);
        pdu.setRequestID(new Integer32(id));
        talk.saying(id, ticker.nanos());
        talk.said(dispatcher.sendPdu(wire, talk.target(), pdu, true, null));
    }

    private int register(Talk talk) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            int id = random.nextInt(1, Integer.MAX_VALUE);
            if (pending.putIfAbsent(id, talk) == null) {
                return id;
            }
        }
        throw new IllegalStateException("no free request id in " + MOST_DRAWS + " draws");
    }

    /** What a message of the talk left behind, here and with SNMP4J. */
    private void forget(Talk talk) {
        synchronized (talk) {
            pending.remove(talk.id(), talk);
            PduHandle sent = talk.lastSaid();
            if (sent != null) {
                v3.releaseStateReference(sent);
            }
        }
    }

    private Outcome unsent(MessageException e) {
        if (wire.isListening()) {
            String why = String.valueOf(e.getMessage());
            return new Outcome.Nothing(
                    new Trouble(Trouble.Kind.UNREACHABLE, "the message could not be sent: " + why));
        }
        return new Outcome.Nothing(new Trouble(Trouble.Kind.CLOSED, "the session was closed"));
    }

    private static Outcome silence(Duration timeout, long garbled, long unmatched) {
        if (garbled > 0) {
            return new Outcome.Nothing(
                    new Trouble(
                            Trouble.Kind.NOT_UNDERSTOOD,
                            "datagrams that are no SNMP message came: " + garbled));
        }
        if (unmatched > 0) {
            return new Outcome.Nothing(
                    new Trouble(
                            Trouble.Kind.NOT_UNDERSTOOD,
                            "messages that answer another question came: " + unmatched));
        }
        return new Outcome.Nothing(
                new Trouble(
                        Trouble.Kind.TIMED_OUT, "no answer within " + timeout.toMillis() + " ms"));
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        wire.markUnderstood();
        PDU pdu = event.getPDU();
        InetSocketAddress from = socketAddress(event.getPeerAddress());
        boolean ours = pdu.getType() == PDU.RESPONSE || pdu.getType() == PDU.REPORT;
        int id = event.getPduHandle().getTransactionID();
        Talk talk = pending.get(id);
        if (ours && talk != null && talk.address().equals(from) && answered(talk, id, pdu)) {
            return;
        }
        Peers.Peer peer = from == null ? null : peers.at(from);
        if (peer != null) {
            peer.countUnmatched();
        }
    }

    /** Goes on with the talk, or ends it; false where this was not what it waits for any more. */
    private boolean answered(Talk talk, int id, PDU pdu) {
        synchronized (talk) {
            if (!talk.awaits(id)) {
                return false;
            }
            try {
                PDU next = talk.next(pdu);
                if (next == null) {
                    talk.end(new Outcome.Came(pdu));
                } else {
                    forget(talk);
                    say(talk, next);
                }
            } catch (MessageException e) {
                talk.end(unsent(e));
            } catch (RuntimeException e) {
                talk.fail(e);
            }
            return true;
        }
    }

    private static @Nullable InetSocketAddress socketAddress(Address address) {
        return address instanceof UdpAddress udp
                ? new InetSocketAddress(udp.getInetAddress(), udp.getPort())
                : null;
    }

    /** The engine that was last seen at this address; null where none was. */
    byte @Nullable [] engineAt(UdpAddress address) {
        OctetString engine = v3.getEngineID(address);
        return engine == null ? null : engine.getValue();
    }

    /** Forgets who is at this address. */
    void forgetEngine(UdpAddress address) {
        OctetString engine = v3.removeEngineID(address);
        if (engine != null) {
            usm.removeEngineTime(engine);
        }
    }

    /** How many questions are on their way. */
    int underWay() {
        return pending.size();
    }

    Peers peers() {
        return peers;
    }

    UdpWire wire() {
        return wire;
    }

    @Override
    public void close() {
        wire.close();
        pending.values().forEach(Talk::close);
        dispatcher.removeTransportMapping(wire);
    }
}
