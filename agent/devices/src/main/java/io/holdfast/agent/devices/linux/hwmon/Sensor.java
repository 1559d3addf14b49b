package io.holdfast.agent.devices.linux.hwmon;

import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.agent.devices.linux.SysTree;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One channel of a chip and its files, {@code fan1_input}, {@code fan1_min} ... (kernel:
 * Documentation/hwmon/sysfs-interface.rst). Nothing is read before it is asked for.
 *
 * @param tree where the files are
 * @param folder the chip's folder, such as {@code /sys/class/hwmon/hwmon2}
 * @param channel kind and number, such as {@code fan1}
 */
public record Sensor(SysTree tree, String folder, String channel) {

    /** The driver's name for it, or the channel where it has none. */
    public String label() {
        return tree.text(folder + "/" + channel + "_label").orElse(channel);
    }

    /** What reading one of its files brought, such as that of {@code input}. */
    public SysRead read(String file) {
        return tree.read(folder + "/" + channel + "_" + file);
    }

    /** A number in one of its files, in the unit of the file. */
    public OptionalLong number(String file) {
        return tree.number(folder + "/" + channel + "_" + file);
    }

    /** A number in one of its files, which the kernel gives in thousandths of the unit. */
    public OptionalDouble thousandths(String file) {
        OptionalLong number = number(file);
        return number.isPresent()
                ? OptionalDouble.of(number.getAsLong() / 1000.0)
                : OptionalDouble.empty();
    }

    /** The file that raises a flag, such as {@code alarm}, where it is raised. */
    public Optional<SysRead.Text> raised(String file) {
        return read(file) instanceof SysRead.Text text && text.text().strip().equals("1")
                ? Optional.of(text)
                : Optional.empty();
    }
}
