package io.holdfast.agent.devices.linux;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The kernel's files below a root: {@code /} on a live machine, a folder where a recorded tree is
 * replayed.
 *
 * <p>Reads by {@code java.io}, which takes half as long as {@code java.nio} for files this small.
 * Paths are given as the kernel has them ({@code /sys/class/net}) and shown so in evidence,
 * whatever the root. Holds no open file and no state: safe for any thread.
 */
public final class SysTree {

    /** A longer file is refused: the longest that matter, bonds of many ports, stay far below. */
    public static final int MOST_BYTES = 256 * 1024;

    /** Longer folders are cut here. */
    public static final int MOST_ENTRIES = 8192;

    /** An attribute of sysfs fits into a page and comes whole with one read. */
    private static final int PAGE = 4096;

    private static final String SYS = "/sys/";

    private final File root;

    public SysTree(Path root) {
        this.root = root.toFile();
    }

    /** The tree of the machine that we run on. */
    public static SysTree live() {
        return new SysTree(Path.of("/"));
    }

    /** Reads a file whole, at most {@value #MOST_BYTES} bytes, as UTF-8. */
    public SysRead read(String path) {
        try (FileInputStream in = new FileInputStream(resolve(path))) {
            byte[] bytes = new byte[PAGE];
            int length = 0;
            int got = in.read(bytes);
            while (got > 0) {
                length += got;
                if (length > MOST_BYTES) {
                    return new SysRead.Failed(path, "longer than " + MOST_BYTES + " bytes");
                }
                boolean whole = length < PAGE && path.startsWith(SYS);
                bytes = length == bytes.length ? Arrays.copyOf(bytes, 2 * length) : bytes;
                got = whole ? 0 : in.read(bytes, length, bytes.length - length);
            }
            String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            return new SysRead.Text(path, text.stripTrailing());
        } catch (FileNotFoundException e) {
            return unopened(path, e);
        } catch (IOException e) {
            return new SysRead.Failed(path, reason(e));
        }
    }

    /** Java has one exception for all that can keep a file from being opened. */
    private SysRead unopened(String path, FileNotFoundException trouble) {
        File file = resolve(path);
        if (!file.exists() || file.isDirectory()) {
            return new SysRead.Missing(path);
        }
        return file.canRead()
                ? new SysRead.Failed(path, reason(trouble))
                : new SysRead.Denied(path);
    }

    private static String reason(IOException trouble) {
        return Objects.toString(trouble.getMessage(), trouble.toString());
    }

    /** The content of a file where it can be read and is not empty, for facts that are optional. */
    public Optional<String> text(String path) {
        return read(path) instanceof SysRead.Text(String _, String text) && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The bytes of a binary file where it can be read and is not too long. */
    public Optional<byte[]> bytes(String path) {
        try (FileInputStream in = new FileInputStream(resolve(path))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length <= MOST_BYTES ? Optional.of(bytes) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The decimal number that a file holds, or empty where it is unreadable or holds none. */
    public OptionalLong number(String path) {
        String text = text(path).map(String::strip).orElse("");
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The names in a folder, sorted; none where it is missing or may not be listed. */
    public List<String> names(String folder) {
        String[] names = resolve(folder).list();
        return names == null ? List.of() : Stream.of(names).sorted().limit(MOST_ENTRIES).toList();
    }

    /** Whether something of this name is there, be it a file, a folder or a link. */
    public boolean exists(String path) {
        File file = resolve(path);
        return file.exists() || linkName(path).isPresent();
    }

    /** The last part of what a link points to, such as a driver's name. */
    public Optional<String> linkName(String path) {
        try {
            Path name = Files.readSymbolicLink(resolve(path).toPath()).getFileName();
            return Optional.ofNullable(name).map(Path::toString);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The path with every link followed, as the kernel has it, if it leads somewhere. */
    public Optional<String> realPath(String path) {
        try {
            Path real = resolve(path).toPath().toRealPath();
            Path top = root.toPath().toRealPath();
            return real.startsWith(top)
                    ? Optional.of("/" + top.relativize(real))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private File resolve(String path) {
        return new File(root, path);
    }
}
