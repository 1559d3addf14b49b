package io.holdfast.mibs.trap;

/** What a notification says happened; a hint, for only a look at the device says what is so. */
public enum TrapSign {
    /** The device started. */
    RESTARTED,
    /** Something is different, and the notification does not say what. */
    CHANGED,
    INSERTED,
    REMOVED,
    FAILED,
    DEGRADED,
    /** What was wrong with a part is over. */
    OK,
    INPUT_LOST,
    INPUT_BACK,
    ON_BATTERY,
    BATTERY_LOW,
    /** Power comes from the line again. */
    ON_LINE,
    REDUNDANCY_LOST,
    REDUNDANCY_DEGRADED,
    REDUNDANCY_BACK,
    /** Another source, unit or path took over. */
    SWITCHED_OVER,
    TOO_HOT,
    OVERLOADED,
    SWITCHED_OFF,
    SWITCHED_ON,
    LINK_DOWN,
    LINK_UP,
    /** A part of the device no longer answers it. */
    UNHEARD,
    HEARD_AGAIN,
    /** Somebody was refused. */
    REFUSED,
    /** Something worth knowing that is no trouble. */
    TOLD
}
