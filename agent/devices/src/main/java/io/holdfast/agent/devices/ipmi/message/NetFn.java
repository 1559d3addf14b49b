package io.holdfast.agent.devices.ipmi.message;

/** The network functions that we use (IPMI 2.0, table 5-1); an answer has the next, odd number. */
public final class NetFn {

    public static final int CHASSIS = 0x00;
    public static final int SENSOR = 0x04;
    public static final int APP = 0x06;
    public static final int STORAGE = 0x0a;
    public static final int TRANSPORT = 0x0c;

    /** Commands of a body whose number is the first byte: 0xDC is DCMI. */
    public static final int GROUP = 0x2c;

    private NetFn() {}
}
