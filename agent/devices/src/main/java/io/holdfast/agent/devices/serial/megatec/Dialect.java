package io.holdfast.agent.devices.serial.megatec;

/** Which of the family's questions a UPS answers. */
enum Dialect {
    /** The oldest, which nearly all understand: {@code Q1}. */
    MEGATEC,
    /** Voltronic's UPSs: {@code QGS}, {@code QMOD}. */
    VOLTRONIC,
    /** Voltronic's small UPSs: {@code QS}, answered as {@code Q1} is. */
    VOLTRONIC_QS,
    /** Voltronic's inverters: {@code QPIGS} with a checksum. */
    INVERTER
}
