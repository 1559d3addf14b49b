package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.agent.devices.snmp.access.SnmpTarget;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.UdpAddress;

/** The line to one device: finds its address and lets one question through at a time. */
final class DeviceLine implements Line {

    private final SnmpTarget target;
    private final Speaker speaker;
    private final ReentrantLock one = new ReentrantLock();

    private volatile @Nullable UdpAddress address;

    DeviceLine(SnmpTarget target, Speaker speaker) {
        this.target = target;
        this.speaker = speaker;
    }

    @Override
    public boolean knowsBulk() {
        return speaker.knowsBulk();
    }

    @Override
    public Reply ask(Question question, Duration timeout) throws InterruptedException {
        return reach(to -> speaker.ask(question, to, timeout));
    }

    @Override
    public Reply converse(Question first, Duration patience, Followup followup)
            throws InterruptedException {
        return switch (speaker) {
            case CommunitySpeaker community ->
                    reach(to -> community.converse(first, to, patience, followup));
            // Engine and clock may have to be found out between any two questions.
            case UserSpeaker user -> Line.super.converse(first, patience, followup);
        };
    }

    @FunctionalInterface
    private interface Asking {
        Reply at(UdpAddress address) throws InterruptedException;
    }

    private Reply reach(Asking asking) throws InterruptedException {
        one.lockInterruptibly();
        try {
            UdpAddress to = address;
            if (to == null) {
                to = new UdpAddress(InetAddress.getByName(target.host()), target.port());
                address = to;
            }
            Reply reply = asking.at(to);
            if (reply instanceof Reply.Unanswered(Trouble trouble)
                    && trouble.kind() == Trouble.Kind.TIMED_OUT) {
                // Its name may have moved to another address by the next time.
                address = null;
            }
            return reply;
        } catch (UnknownHostException e) {
            return new Reply.Unanswered(
                    new Trouble(
                            Trouble.Kind.UNREACHABLE,
                            "the name '" + target.host() + "' has no address"));
        } finally {
            one.unlock();
        }
    }

    /** Where the device was last reached. */
    Optional<UdpAddress> address() {
        return Optional.ofNullable(address);
    }
}
