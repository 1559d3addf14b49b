package io.holdfast.agent.devices.ipmi.sdr;

/** The functions that a sensor's line may be bent by (IPMI 2.0, table 43-1, byte 24). */
public enum Linearization {
    LINEAR,
    LN,
    LOG10,
    LOG2,
    E,
    EXP10,
    EXP2,
    RECIPROCAL,
    SQUARE,
    CUBE,
    SQUARE_ROOT,
    CUBE_ROOT,
    /** The factors differ from reading to reading and must be asked for (70h and above). */
    NON_LINEAR;

    private static final Linearization[] BY_NUMBER = values();

    /** The function of this number; reserved ones cannot be read as a line. */
    static Linearization of(int number) {
        int low = number & 0x7f;
        return low < BY_NUMBER.length - 1 ? BY_NUMBER[low] : NON_LINEAR;
    }

    /** The function's value; not finite where it has none. */
    public double apply(double x) {
        return switch (this) {
            case LINEAR, NON_LINEAR -> x;
            case LN -> Math.log(x);
            case LOG10 -> Math.log10(x);
            case LOG2 -> Math.log(x) / Math.log(2);
            case E -> Math.exp(x);
            case EXP10 -> Math.pow(10, x);
            case EXP2 -> Math.pow(2, x);
            case RECIPROCAL -> 1 / x;
            case SQUARE -> x * x;
            case CUBE -> x * x * x;
            case SQUARE_ROOT -> Math.sqrt(x);
            case CUBE_ROOT -> Math.cbrt(x);
        };
    }
}
