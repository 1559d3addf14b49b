package io.holdfast.agent.devices.linux.bmc;

/** Reads the firmware's table of structures (DMTF DSP0134, SMBIOS 3.x, section 6). */
final class DmiTable {

    /** IPMI Device Information (section 7.39). */
    static final int IPMI_DEVICE = 38;

    private static final int END_OF_TABLE = 127;
    private static final int HEADER_BYTES = 4;

    private DmiTable() {}

    /** Whether the table holds a structure of this type; a damaged table is read up to there. */
    static boolean holds(byte[] table, int type) {
        int at = 0;
        while (at + HEADER_BYTES <= table.length) {
            int found = table[at] & 0xff;
            int length = table[at + 1] & 0xff;
            if (found == type) {
                return true;
            }
            if (found == END_OF_TABLE || length < HEADER_BYTES) {
                return false;
            }
            at = afterStrings(table, at + length);
        }
        return false;
    }

    /** The strings of a structure end with two zero bytes. */
    private static int afterStrings(byte[] table, int from) {
        int at = from;
        while (at + 1 < table.length && (table[at] != 0 || table[at + 1] != 0)) {
            at++;
        }
        return at + 2;
    }
}
