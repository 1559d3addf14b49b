package io.holdfast.agent.devices.serial.line;

import com.fazecast.jSerialComm.SerialPort;
import io.holdfast.core.observation.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/**
 * The native library that reads serial lines, kept from being unpacked.
 *
 * <p>Left to itself jSerialComm unpacks its library below the folder for temporary files, where
 * anybody may replace it before it is loaded, and falls back to that whenever the one it was told
 * of does not load. So it is looked at and loaded here first; where that fails, no class of
 * jSerialComm is touched at all.
 */
public final class SerialLibrary {

    /** The property that names the library's folder. */
    public static final String PROPERTY = "jSerialComm.library.path";

    /** The library's file on Linux. */
    public static final String FILE = "libjSerialComm.so";

    private static final String REMEDY =
            "reinstall the package, or start with ./holdfast, which sets -D" + PROPERTY;

    private SerialLibrary() {}

    /** Why the library may not be used; empty if it may. */
    public static Optional<Silence> obstacle() {
        String folder = System.getProperty(PROPERTY, "");
        if (folder.isEmpty()) {
            return missing("-D" + PROPERTY + " is not set");
        }
        Path file = Path.of(folder).toAbsolutePath().resolve(FILE);
        if (!Files.isReadable(file)) {
            return missing("no library " + file);
        }
        Optional<Silence> writable = writableByAll(file).or(() -> writableByAll(folderOf(file)));
        return writable.isPresent() ? writable : load(file);
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    private static Optional<Silence> writableByAll(Path path) {
        try {
            boolean open =
                    Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
            return open
                    ? Optional.of(
                            new Silence(
                                    Silence.Cause.NOT_PERMITTED,
                                    path + " may be written by everybody; it is not loaded",
                                    "chmod o-w " + path))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return missing("cannot look at " + path + ": " + e);
        }
    }

    // With this it looks in its jar for the library of a processor that there is none of.
    private static Optional<Silence> load(Path file) {
        System.setProperty("os.arch_full", "never-unpacked");
        try {
            SerialPort.getVersion();
            return Optional.empty();
        } catch (LinkageError e) {
            return missing(file + " does not load, or is of another version");
        }
    }

    private static Optional<Silence> missing(String detail) {
        return Optional.of(new Silence(Silence.Cause.NOT_INSTALLED, detail, REMEDY));
    }
}
