package io.holdfast.agent.devices.snmp.exchange;

import java.time.Duration;
import org.snmp4j.smi.UdpAddress;

/** Says a question in one of the protocol's versions and understands what comes back. */
sealed interface Speaker permits CommunitySpeaker, UserSpeaker {

    /** Whether this version has {@link Question.Bulk}. */
    boolean knowsBulk();

    /** Asks once. */
    Reply ask(Question question, UdpAddress address, Duration timeout) throws InterruptedException;
}
