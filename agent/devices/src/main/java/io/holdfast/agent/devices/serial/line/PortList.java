package io.holdfast.agent.devices.serial.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The serial devices that the kernel lists: {@code /sys/class/tty} where there is hardware behind
 * the name (kernel: Documentation/ABI/testing/sysfs-tty), found without opening any.
 *
 * @param root {@code /}, or a folder where a recorded tree is replayed
 */
public record PortList(Path root) {

    /** More lines than any terminal server has. */
    static final int MOST = 512;

    private static final int MOST_PARENTS = 6;

    /**
     * A serial device.
     *
     * @param device its file, such as {@code /dev/ttyUSB0}
     * @param stable a name that stays the same when it is plugged in elsewhere; empty if it has
     *     none
     * @param driver the kernel's driver
     * @param description what the adapter says it is
     * @param usable whether this user may open it
     */
    public record Port(
            String device, String stable, String driver, String description, boolean usable) {}

    /** All of them, in order of their names. */
    public List<Port> ports() {
        Path folder = root.resolve("sys/class/tty");
        Map<String, String> stable = stableNames();
        List<Port> ports = new ArrayList<>();
        try (Stream<Path> names = Files.list(folder)) {
            for (Path tty : names.sorted(Comparator.naturalOrder()).limit(MOST).toList()) {
                port(tty, stable).ifPresent(ports::add);
            }
        } catch (IOException e) {
            return List.of();
        }
        return ports;
    }

    private Optional<Port> port(Path tty, Map<String, String> stable) {
        String name = String.valueOf(tty.getFileName());
        Path device = tty.resolve("device");
        // The kernel keeps names for UARTs that are not there; their type is 0.
        if (!Files.exists(device) || text(tty.resolve("type")).equals("0")) {
            return Optional.empty();
        }
        Path file = root.resolve("dev").resolve(name);
        return Optional.of(
                new Port(
                        "/dev/" + name,
                        stable.getOrDefault(name, ""),
                        target(device.resolve("driver")),
                        description(device),
                        Files.isReadable(file) && Files.isWritable(file)));
    }

    /** What a USB adapter says it is, some folders above its tty. */
    private static String description(Path device) {
        try {
            Path at = device.toRealPath();
            for (int i = 0; i < MOST_PARENTS && at != null; i++) {
                String product = text(at.resolve("product"));
                if (!product.isEmpty()) {
                    String serial = text(at.resolve("serial"));
                    String maker = text(at.resolve("manufacturer"));
                    return (maker + " " + product + (serial.isEmpty() ? "" : ", serial " + serial))
                            .strip();
                }
                at = at.getParent();
            }
        } catch (IOException e) {
            return "";
        }
        return "";
    }

    private Map<String, String> stableNames() {
        Map<String, String> names = new TreeMap<>();
        Path folder = root.resolve("dev/serial/by-id");
        try (Stream<Path> links = Files.list(folder)) {
            for (Path link : links.limit(MOST).toList()) {
                names.put(target(link), "/dev/serial/by-id/" + link.getFileName());
            }
        } catch (IOException e) {
            return names;
        }
        return names;
    }

    private static String target(Path link) {
        try {
            return String.valueOf(Files.readSymbolicLink(link).getFileName());
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
