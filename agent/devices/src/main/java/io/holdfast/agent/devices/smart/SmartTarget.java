package io.holdfast.agent.devices.smart;

import io.holdfast.agent.devices.command.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk as smartctl addresses it.
 *
 * @param device the device file, such as {@code /dev/sda} or {@code /dev/bus/6}
 * @param type smartctl's {@code -d} argument, such as {@code megaraid,8}; empty to let it find out
 */
public record SmartTarget(String device, String type) implements Comparable<SmartTarget> {

    /** The exit status that smartctl is told to give for a disk that sleeps; no error gives it. */
    static final int ASLEEP_STATUS = 3;

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** The question that never wakes a disk: everything that it says of its health. */
    public Command ask() {
        List<String> words = new ArrayList<>(List.of("-j", "-n", "standby," + ASLEEP_STATUS, "-a"));
        if (!type.isEmpty()) {
            words.addAll(List.of("-d", type));
        }
        words.add(device);
        return new Command("smartctl", words, this.toString(), DEADLINE);
    }

    /** Whether the disk is hidden behind a RAID controller and reached through it. */
    public boolean behindController() {
        return type.contains(",");
    }

    @Override
    public int compareTo(SmartTarget other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return type.isEmpty() ? device : device + " " + type;
    }
}
