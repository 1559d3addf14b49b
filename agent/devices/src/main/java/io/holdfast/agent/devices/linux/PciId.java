package io.holdfast.agent.devices.linux;

import java.util.Optional;

/** The vendor and device number of a PCI function, as lspci prints them: {@code 8086:1572}. */
public final class PciId {

    private PciId() {}

    /** The number of the device whose files are in a folder, where they tell. */
    public static Optional<String> read(SysTree tree, String folder) {
        Optional<String> vendor = tree.text(folder + "/vendor");
        Optional<String> device = tree.text(folder + "/device");
        return vendor.flatMap(maker -> device.map(model -> bare(maker) + ":" + bare(model)));
    }

    private static String bare(String hex) {
        return hex.startsWith("0x") ? hex.substring(2) : hex;
    }
}
