package io.holdfast.core.diagnosis;

/** What a host in the wide sense is for: a machine, or a device that others hang on. */
enum Role {
    MACHINE,
    SWITCH,
    PDU,
    UPS,
    ATS,
    /** Something between feed and PDU that says nothing of itself, such as a breaker. */
    BREAKER
}
