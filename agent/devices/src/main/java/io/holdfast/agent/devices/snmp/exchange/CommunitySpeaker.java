package io.holdfast.agent.devices.snmp.exchange;

import io.holdfast.agent.devices.snmp.access.Login;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;

/** Asks with a community: SNMPv1 and SNMPv2c. */
record CommunitySpeaker(Exchange exchange, Login.Community login) implements Speaker {

    @Override
    public boolean knowsBulk() {
        return login.version() == Login.Version.V2C;
    }

    @Override
    public Reply ask(Question question, UdpAddress address, Duration timeout)
            throws InterruptedException {
        return converse(question, address, timeout, answer -> Optional.empty());
    }

    /** Asks, and then what follows from each answer; see {@link Line#converse}. */
    Reply converse(Question first, UdpAddress address, Duration patience, Line.Followup followup)
            throws InterruptedException {
        Reading reading = new Reading(followup);
        return switch (exchange.converse(pdu(first), target(address), patience, reading)) {
            case Exchange.Outcome.Came(PDU response) -> reading.last(response);
            case Exchange.Outcome.Nothing(Trouble trouble) -> new Reply.Unanswered(trouble);
        };
    }

    /** Reads each response once, and keeps the last. */
    private final class Reading implements Talk.Onward {
        private final Line.Followup followup;
        private @Nullable Reply last;

        Reading(Line.Followup followup) {
            this.followup = followup;
        }

        @Override
        public @Nullable PDU after(PDU response) {
            Reply reply = Codec.read(response);
            last = reply;
            return reply instanceof Reply.Answer answer
                    ? followup.after(answer).map(CommunitySpeaker.this::pdu).orElse(null)
                    : null;
        }

        Reply last(PDU response) {
            Reply reply = last;
            return reply == null ? Codec.read(response) : reply;
        }
    }

    private boolean first() {
        return login.version() == Login.Version.V1;
    }

    private PDU pdu(Question question) {
        PDU pdu = first() ? new PDUv1() : new PDU();
        Codec.write(question, pdu);
        return pdu;
    }

    private CommunityTarget<UdpAddress> target(UdpAddress address) {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(address, new OctetString(login.community().bytes()));
        target.setVersion(first() ? SnmpConstants.version1 : SnmpConstants.version2c);
        target.setSecurityModel(
                first()
                        ? SecurityModel.SECURITY_MODEL_SNMPv1
                        : SecurityModel.SECURITY_MODEL_SNMPv2c);
        return target;
    }
}
