package io.holdfast.agent.devices.host;

import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.observation.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hypervisor that this machine runs on, if it is a virtual one.
 *
 * @param name its name, such as {@code kvm}; {@code unknown} where only the CPU tells
 * @param evidence what tells
 */
record Hypervisor(String name, Evidence evidence) {

    /** The name of one that only the CPU tells of. */
    static final String UNNAMED = "unknown";

    private static final String DMI = "/sys/class/dmi/id/";

    /** Beginnings of DMI's vendor and product names, as systemd-detect-virt knows them. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("KVM", "kvm");
        NAMES.put("OpenStack", "kvm");
        NAMES.put("KubeVirt", "kvm");
        NAMES.put("Amazon EC2", "amazon");
        NAMES.put("QEMU", "qemu");
        NAMES.put("VMware", "vmware");
        NAMES.put("VMW", "vmware");
        NAMES.put("innotek GmbH", "virtualbox");
        NAMES.put("VirtualBox", "virtualbox");
        NAMES.put("Xen", "xen");
        NAMES.put("HVM domU", "xen");
        NAMES.put("Bochs", "bochs");
        NAMES.put("Parallels", "parallels");
        NAMES.put("BHYVE", "bhyve");
        NAMES.put("Hyper-V", "hyper-v");
        NAMES.put("Virtual Machine", "hyper-v");
        NAMES.put("Google Compute Engine", "google");
        NAMES.put("Apple Virtualization", "apple");
    }

    private static final Pattern FLAG =
            Pattern.compile("^flags\\s*:.*\\bhypervisor\\b", Pattern.MULTILINE);

    /** A cloud's bare metal carries the cloud's vendor name. */
    private static final String METAL = ".metal";

    static Optional<Hypervisor> detect(SysTree tree) {
        for (String file :
                new String[] {"product_name", "sys_vendor", "board_vendor", "bios_vendor"}) {
            String text = tree.text(DMI + file).orElse("");
            for (Map.Entry<String, String> entry : NAMES.entrySet()) {
                boolean metal = tree.text(DMI + "product_name").orElse("").endsWith(METAL);
                if (text.startsWith(entry.getKey()) && !metal) {
                    return Optional.of(of(entry.getValue(), DMI + file, text));
                }
            }
        }
        Optional<String> xen = tree.text("/sys/hypervisor/type");
        if (xen.isPresent()) {
            return Optional.of(of(xen.get(), "/sys/hypervisor/type", xen.get()));
        }
        return tree.text("/proc/cpuinfo")
                .filter(text -> FLAG.matcher(text).find())
                .map(text -> of(UNNAMED, "/proc/cpuinfo", "hypervisor"));
    }

    private static Hypervisor of(String name, String file, String text) {
        return new Hypervisor(name, Evidence.ofFile(file, text, "a virtual machine"));
    }
}
