package io.holdfast.collector.operations;

import java.time.Instant;

/** What came of retiring a host. */
public sealed interface Retirement {

    /**
     * It is in no report any more.
     *
     * @param at since when
     * @param certificates how many count no longer
     * @param components how many parts it had
     */
    record Done(Instant at, int certificates, int components) implements Retirement {}

    /** There is no such host. */
    record Unknown() implements Retirement {}

    /** It is a device that agents poll: settings list it, and settings take it out. */
    record IsDevice() implements Retirement {}

    /** Its agent has a stream open: it is not gone. */
    record IsHeard() implements Retirement {}
}
