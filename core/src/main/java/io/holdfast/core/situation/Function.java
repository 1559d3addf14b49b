package io.holdfast.core.situation;

/** Whether what a group is for still happens, whatever its spares. */
enum Function {
    /** Enough members are known to work. */
    HOLDS,
    /** Too few members work, even if all do of which nothing is known. */
    FALLEN,
    /** It hangs on members of which nothing is known. */
    UNSURE;

    static Function of(int works, int unknown, int needed) {
        if (works >= needed) {
            return HOLDS;
        }
        return works + unknown < needed ? FALLEN : UNSURE;
    }
}
