package io.holdfast.agent.devices.linux.net;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of {@code /proc/net/bonding}, taken apart into its fields.
 *
 * <p>Total: a text that is no such file gives no fields. Keys are lower-case; those of the two LACP
 * sections of a member start with {@code actor } and {@code partner }.
 *
 * @param fields what it says of the bond
 * @param ports what it says of each member, in order
 */
record BondText(Map<String, String> fields, Map<String, Map<String, String>> ports) {

    /** More members than this are no bond of this world. */
    static final int MOST_PORTS = 256;

    /** A bond without any file. */
    static final BondText NONE = new BondText(Map.of(), Map.of());

    private static final int MOST_FIELDS = 64;

    /** The field that names a member. */
    static final String PORT = "slave interface";

    BondText {
        fields = Collections.unmodifiableMap(fields);
        ports = Collections.unmodifiableMap(ports);
    }

    static BondText parse(String text) {
        Map<String, String> bond = new LinkedHashMap<>();
        Map<String, Map<String, String>> ports = new LinkedHashMap<>();
        Map<String, String> section = bond;
        String end = "";
        try (Stream<String> lines = text.lines()) {
            for (String line : (Iterable<String>) lines::iterator) {
                int colon = line.indexOf(':');
                if (colon < 0) {
                    continue;
                }
                String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(colon + 1).strip();
                if (key.equals(PORT)) {
                    section = port(ports, value);
                    end = "";
                } else if (key.startsWith("details ")) {
                    end = key.startsWith("details actor") ? "actor " : "partner ";
                } else if (section.size() < MOST_FIELDS) {
                    section.putIfAbsent(end + key, value);
                }
            }
        }
        return new BondText(bond, ports);
    }

    /** The fields of a member; those of a member that cannot be are thrown away. */
    private static Map<String, String> port(Map<String, Map<String, String>> ports, String name) {
        boolean taken = InterfaceName.valid(name) && ports.size() < MOST_PORTS;
        return taken
                ? ports.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                : new LinkedHashMap<>();
    }

    /** The names of the members. */
    List<String> portNames() {
        return List.copyOf(ports.keySet());
    }
}
