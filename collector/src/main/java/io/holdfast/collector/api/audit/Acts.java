package io.holdfast.collector.api.audit;

import io.holdfast.wire.api.ActList;

/** What people did to the collector. */
public interface Acts {

    /**
     * Puts down that somebody asks for something, before it is done.
     *
     * @param by who
     * @param what the request's method and path
     * @return the act's id
     */
    long begin(String by, String what);

    /** Puts down what came of it. */
    void end(long id, String outcome);

    /**
     * The acts, the latest first.
     *
     * @param before only acts with a lower id: where the last page ended
     * @param limit the most that are given
     */
    ActList find(long before, int limit);
}
