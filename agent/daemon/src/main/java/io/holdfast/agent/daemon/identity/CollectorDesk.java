package io.holdfast.agent.daemon.identity;

import io.holdfast.core.component.HostId;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.EnrolmentClient;
import io.holdfast.wire.enrol.EnrolmentToken;
import java.security.KeyPair;

/**
 * The collector's desk, for one host.
 *
 * @param client speaks to it
 * @param host the name to be certified
 */
public record CollectorDesk(EnrolmentClient client, HostId host) implements Desk {

    @Override
    public EnrolAnswer enrol(EnrolmentToken token, KeyPair key) {
        return client.enrol(token, host, key);
    }

    @Override
    public EnrolAnswer renew(Enrolled current, KeyPair next) {
        return client.renew(current.identity(), current.authority(), host, next);
    }
}
