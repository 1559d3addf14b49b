package io.holdfast.core.component;

import java.util.Locale;
import java.util.Optional;

/**
 * What sort of thing a component is.
 *
 * <p>The words follow ENTITY-MIB's {@code PhysicalClass}, IPMI's sensor types and the kernel's own
 * names; the lower-case word is the one in ids, in JSON and in configuration.
 */
public enum Kind {
    HOST,
    PSU,
    FAN,
    TEMPERATURE,
    NIC,
    BOND,
    DISK,
    ARRAY,
    CONTROLLER,
    DIMM,
    CPU,
    SLOT,
    OPTIC,
    BATTERY,
    BMC,
    SWITCH,
    PORT,
    LAG,
    PDU,
    OUTLET,
    BREAKER,
    FEED,
    UPS,
    ATS,
    SERVICE,
    VIP,
    EXTERNAL;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word for this kind in ids, JSON and configuration, such as {@code psu}. */
    public String word() {
        return word;
    }

    /** The kind of this word, or empty where a newer peer knows a kind that we do not. */
    public static Optional<Kind> ofWord(String word) {
        for (Kind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
