package io.holdfast.collector.operations;

import io.holdfast.core.component.HostId;

/** What may be done to agents. */
public interface Agents {

    /**
     * Makes all certificates of a host's agent count no longer and ends its stream.
     *
     * @return how many certificates were revoked; 0 where it had none
     */
    int revoke(HostId host, String by, String reason);

    /**
     * Takes a host that is gone for good out of the reports, and its agent's certificates with it.
     * Its history stays; an agent that enrols anew under its name begins anew.
     */
    Retirement retire(HostId host, String by, String reason);
}
