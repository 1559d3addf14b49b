package io.holdfast.config.rack;

import io.holdfast.core.component.Kind;

/** The kinds of devices that can be listed. */
enum DeviceKind {
    SWITCH(Kind.SWITCH),
    PDU(Kind.PDU),
    UPS(Kind.UPS),
    ATS(Kind.ATS),
    BMC(Kind.BMC),
    HOST(Kind.HOST),
    EXTERNAL(Kind.EXTERNAL);

    private final Kind kind;

    DeviceKind(Kind kind) {
        this.kind = kind;
    }

    /** The vocabulary's kind. */
    Kind kind() {
        return kind;
    }
}
