package io.holdfast.agent.devices.smart;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** One bit of smartctl's exit status, in the order of the bits; see smartctl(8), EXIT STATUS. */
public enum ExitBit {
    COMMAND_LINE(0x01, "the command line was not understood"),
    OPEN_FAILED(0x02, "the device could not be opened or identified"),
    COMMAND_FAILED(0x04, "a command to the disk failed, or a checksum was wrong"),
    DISK_FAILING(0x08, "the disk says that it is failing"),
    PREFAIL_NOW(0x10, "a pre-failure attribute is at or below its threshold"),
    FAILED_BEFORE(0x20, "an attribute was at or below its threshold at some time"),
    ERROR_LOG(0x40, "the disk's error log holds errors"),
    SELF_TEST_LOG(0x80, "the disk's self-test log holds failures");

    private final int mask;
    private final String meaning;

    ExitBit(int mask, String meaning) {
        this.mask = mask;
        this.meaning = meaning;
    }

    /** What the bit says, in plain words. */
    public String meaning() {
        return meaning;
    }

    /** The bits that are set in an exit status. */
    public static Set<ExitBit> of(int status) {
        EnumSet<ExitBit> bits = EnumSet.noneOf(ExitBit.class);
        Arrays.stream(values()).filter(bit -> (status & bit.mask) != 0).forEach(bits::add);
        return bits;
    }
}
