package io.holdfast.agent.daemon.identity;

import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.EnrolmentToken;
import java.security.KeyPair;

/** Where certificates are asked for; every call blocks for some seconds at most. */
public interface Desk {

    /** Asks for a first certificate. */
    EnrolAnswer enrol(EnrolmentToken token, KeyPair key);

    /** Asks for the one that follows. */
    EnrolAnswer renew(Enrolled current, KeyPair next);
}
