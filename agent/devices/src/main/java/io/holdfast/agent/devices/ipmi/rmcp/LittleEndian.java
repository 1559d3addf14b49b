package io.holdfast.agent.devices.ipmi.rmcp;

/** Numbers as IPMI writes them. */
final class LittleEndian {

    private LittleEndian() {}

    static byte[] int32(int value) {
        return new byte[] {
            (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
        };
    }
}
