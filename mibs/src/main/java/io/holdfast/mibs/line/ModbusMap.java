package io.holdfast.mibs.line;

import io.holdfast.core.component.Kind;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a family of devices says in its Modbus registers.
 *
 * @param name what the map is called
 * @param line the parameters that these devices leave the factory with, such as {@code 9600-8N1}
 * @param unit their address on the bus, 1 to 247
 * @param device what they are
 * @param identity attributes that all of them share, such as the vendor
 * @param registers the values, by name
 * @param covers groups of parts that cover one another, by name
 */
public record ModbusMap(
        String name,
        String line,
        int unit,
        Kind device,
        SortedMap<String, String> identity,
        SortedMap<String, Register> registers,
        SortedMap<String, Cover> covers) {

    /** The most values of one map. */
    public static final int MOST_REGISTERS = 512;

    public ModbusMap {
        identity = Collections.unmodifiableSortedMap(new TreeMap<>(identity));
        registers = Collections.unmodifiableSortedMap(new TreeMap<>(registers));
        covers = Collections.unmodifiableSortedMap(new TreeMap<>(covers));
    }

    /** The part that is the device itself. */
    public Part self() {
        return new Part(device, device.word());
    }
}
