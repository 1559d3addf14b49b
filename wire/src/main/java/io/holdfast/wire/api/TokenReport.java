package io.holdfast.wire.api;

import java.time.Instant;

/**
 * A new token with which agents enrol.
 *
 * @param id its name in the history; not secret
 * @param token what the operator hands to the agent: shown this once
 * @param hosts the hosts that it serves
 * @param uses how often it may be used
 * @param expires when it ends
 */
public record TokenReport(String id, String token, String hosts, int uses, Instant expires) {

    @Override
    public String toString() {
        return "TokenReport[id=" + id + ", token=***, expires=" + expires + "]";
    }
}
