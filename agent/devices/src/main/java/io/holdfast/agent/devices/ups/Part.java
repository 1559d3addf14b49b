package io.holdfast.agent.devices.ups;

import io.holdfast.core.component.Kind;
import java.util.Locale;

/** The parts of a UPS that can fail apart from one another (RFC 1628, section 3). */
public enum Part {
    /** The device itself: its electronics and its output. */
    UPS(Kind.UPS),
    /** What carries the load when no input does. */
    BATTERY(Kind.BATTERY),
    /** The feed, where there is one. */
    INPUT(Kind.FEED),
    /** The first feed of a transfer switch. */
    INPUT_1(Kind.FEED),
    /** The second feed of a transfer switch. */
    INPUT_2(Kind.FEED),
    /** The feed around the inverter. */
    BYPASS(Kind.FEED);

    private final Kind kind;

    Part(Kind kind) {
        this.kind = kind;
    }

    /** What sort of component it is. */
    public Kind kind() {
        return kind;
    }

    /** Its name in ids, such as {@code input-1}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
