package io.holdfast.cli.local;

import io.holdfast.core.component.HostId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine calls itself. */
public final class HostName {

    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");
    private static final String UNNAMED = "localhost";

    private HostName() {}

    /** The kernel's host name, or {@code localhost} where that cannot be read. */
    public static String ofMachine() {
        try {
            String name = Files.readString(KERNEL).strip();
            return name.isEmpty() ? UNNAMED : name;
        } catch (IOException e) {
            return UNNAMED;
        }
    }

    /** The host of that name where no site and no rack are known. */
    public static HostId hostId() {
        try {
            return new HostId("default", "default", ofMachine());
        } catch (IllegalArgumentException e) {
            return new HostId("default", "default", UNNAMED);
        }
    }
}
