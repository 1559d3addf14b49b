package io.holdfast.collector.hosts;

import io.holdfast.wire.stream.Ended;
import java.util.Locale;

/** The closed set of reasons for which a collector ends an agent's stream. */
public enum CutOff {
    /** No certificate, one of another authority, or one that is no agent's. */
    BAD_IDENTITY(Ended.Cause.REFUSED_IDENTITY),
    /** A certificate that was revoked or has run out. */
    REVOKED(Ended.Cause.REFUSED_IDENTITY),
    /** It says that it is another host than its certificate does. */
    WRONG_HOST(Ended.Cause.REFUSED_IDENTITY),
    /** It calls itself as a device does that agents are to poll. */
    IS_DEVICE(Ended.Cause.REFUSED_IDENTITY),
    /** It speaks a version of the wire's rules that we do not. */
    WRONG_PROTOCOL(Ended.Cause.REFUSED_PROTOCOL),
    /** It said something else before Hello, or Hello twice. */
    OUT_OF_TURN(Ended.Cause.NOT_UNDERSTOOD),
    /** It said something of which nothing can be used. */
    NOT_UNDERSTOOD(Ended.Cause.NOT_UNDERSTOOD),
    /** Its changes are of an incarnation later than the one it said Hello with. */
    WRONG_INCARNATION(Ended.Cause.NOT_UNDERSTOOD),
    /** The parts of its digest do not fit together. */
    BAD_DIGEST(Ended.Cause.NOT_UNDERSTOOD),
    /** It has more parts than one agent may report. */
    TOO_MANY_COMPONENTS(Ended.Cause.OVERLOADED),
    /** There are as many agents as this collector serves. */
    TOO_MANY_AGENTS(Ended.Cause.OVERLOADED),
    /** A newer stream of the same agent took over. */
    REPLACED(Ended.Cause.REPLACED),
    /** The collector ends. */
    STOPPING(Ended.Cause.UNREACHABLE);

    private final Ended.Cause cause;
    private final String word = name().toLowerCase(Locale.ROOT);

    CutOff(Ended.Cause cause) {
        this.cause = cause;
    }

    /** What the agent is told. */
    public Ended.Cause cause() {
        return cause;
    }

    /** The word in metrics and logs. */
    public String word() {
        return word;
    }
}
