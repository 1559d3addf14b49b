package io.holdfast.agent.devices.ipmi.chassis;

import java.util.Map;

/** The makers whose BMCs we know ways of, by IANA enterprise number. */
public final class Makers {

    public static final int HP = 11;
    public static final int INTEL = 343;
    public static final int DELL = 674;
    public static final int QUANTA = 7244;
    public static final int SUPERMICRO = 10876;
    public static final int SUPERMICRO_ATEN = 47488;
    public static final int HPE = 47196;

    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(2, "IBM"),
                    Map.entry(HP, "Hewlett-Packard"),
                    Map.entry(42, "Sun Microsystems"),
                    Map.entry(INTEL, "Intel"),
                    Map.entry(DELL, "Dell"),
                    Map.entry(2011, "Huawei"),
                    Map.entry(4163, "Tyan"),
                    Map.entry(6653, "Gigabyte"),
                    Map.entry(5771, "Cisco"),
                    Map.entry(QUANTA, "Quanta"),
                    Map.entry(10368, "Fujitsu"),
                    Map.entry(SUPERMICRO, "Supermicro"),
                    Map.entry(SUPERMICRO_ATEN, "Supermicro"),
                    Map.entry(19046, "Lenovo"),
                    Map.entry(20301, "Lenovo"),
                    Map.entry(37945, "Inspur"),
                    Map.entry(HPE, "Hewlett Packard Enterprise"),
                    Map.entry(51974, "Lenovo"));

    private Makers() {}

    /** A maker's name, or his number in words. */
    public static String name(int maker) {
        return NAMES.getOrDefault(maker, "enterprise " + maker);
    }
}
