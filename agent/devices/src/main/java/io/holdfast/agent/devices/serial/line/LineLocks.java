package io.holdfast.agent.devices.serial.line;

import io.holdfast.core.observation.Silence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * The lock files by which programs agree who speaks on a serial line: {@code LCK..ttyS0} with the
 * process id in ten columns (Filesystem Hierarchy Standard 3.0, section 5.9).
 *
 * @param folder where they are, {@code /run/lock} on Linux
 * @param self our own process id
 * @param alive whether a process of this id lives
 */
public record LineLocks(Path folder, long self, LongPredicate alive) {

    /** Where Linux keeps them. */
    public static final Path FOLDER = Path.of("/run/lock");

    /** A program that takes a lock has written its name into it after so long. */
    static final Duration WRITTEN_WITHIN = Duration.ofSeconds(10);

    private static final int LONGEST = 64;
    private static final int MOST_TRIES = 3;

    /** What became of asking for a lock. */
    public sealed interface Lock {

        /** It is ours until it is released. */
        record Taken(Path file) implements Lock {}

        /** This machine keeps no locks of this kind. */
        record Unkept() implements Lock {}

        /** It is not ours. */
        record Refused(Silence why) implements Lock {}
    }

    /** The locks of this machine. */
    public static LineLocks ofThisMachine() {
        return new LineLocks(
                FOLDER,
                ProcessHandle.current().pid(),
                pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    /** The file that locks a device, whose links have been followed. */
    Path fileOf(Path device) {
        Path below = device.startsWith("/dev") ? Path.of("/dev").relativize(device) : device;
        return folder.resolve("LCK.." + below.toString().replace('/', '_'));
    }

    /** Takes the lock of a device; one that a dead process left behind is cleaned away first. */
    public Lock take(Path device) {
        if (!Files.isDirectory(folder)) {
            return new Lock.Unkept();
        }
        Path lock = fileOf(device);
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                write(lock);
                return new Lock.Taken(lock);
            } catch (FileAlreadyExistsException e) {
                OptionalLong owner = owner(lock);
                if (owner.isPresent() && alive.test(owner.getAsLong())) {
                    return new Lock.Refused(held(device, lock, owner.getAsLong()));
                }
                if (owner.isEmpty() && beingWritten(lock)) {
                    return new Lock.Refused(
                            Silence.of(
                                    Silence.Cause.FAILED,
                                    device + " is being taken by another program: " + lock));
                }
                if (!clean(lock)) {
                    return new Lock.Refused(stale(lock));
                }
            } catch (AccessDeniedException e) {
                return new Lock.Refused(notWritable(lock));
            } catch (IOException e) {
                return new Lock.Refused(
                        Silence.of(Silence.Cause.FAILED, "cannot write " + lock + ": " + e));
            }
        }
        return new Lock.Refused(
                Silence.of(Silence.Cause.FAILED, lock + " is taken again and again by others"));
    }

    /** Gives a lock back, unless somebody else has taken it meanwhile. */
    public void release(Path lock) {
        OptionalLong owner = owner(lock);
        if (owner.isPresent() && owner.getAsLong() == self) {
            clean(lock);
        }
    }

    /**
     * Whole or not at all: a lock is linked into place once its text is in it. The draft is made
     * anew and never followed if it is a link, because everybody may write to this folder.
     */
    private void write(Path lock) throws IOException {
        Path draft = folder.resolve("LTMP.." + self + "." + lock.getFileName());
        String text = String.format(Locale.ROOT, "%10d\n", self);
        try {
            Files.deleteIfExists(draft);
            try (var channel =
                    Files.newByteChannel(
                            draft,
                            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-r--r--")))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.createLink(lock, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * Whether a lock that names nobody was made a moment ago, by somebody who has yet to write his
     * name into it. The folder, which we have just changed, tells the file system's time.
     */
    private boolean beingWritten(Path lock) {
        try {
            Instant made = Files.getLastModifiedTime(lock).toInstant();
            Instant now = Files.getLastModifiedTime(folder).toInstant();
            return Duration.between(made, now).compareTo(WRITTEN_WITHIN) < 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whose lock it is: in columns of text, or as four bytes of the old kind; empty if unreadable.
     */
    private static OptionalLong owner(Path lock) {
        byte[] bytes;
        try (var in = Files.newInputStream(lock)) {
            bytes = in.readNBytes(LONGEST);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        String first = text.split("\\s", 2)[0];
        if (first.matches("\\d{1,10}")) {
            return OptionalLong.of(Long.parseLong(first));
        }
        return bytes.length == Integer.BYTES
                ? OptionalLong.of(
                        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt()
                                & 0xffff_ffffL)
                : OptionalLong.empty();
    }

    private static boolean clean(Path lock) {
        try {
            Files.delete(lock);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Silence held(Path device, Path lock, long owner) {
        String name =
                ProcessHandle.of(owner)
                        .flatMap(process -> process.info().command())
                        .map(command -> " (" + command + ")")
                        .orElse("");
        return new Silence(
                Silence.Cause.FAILED,
                device + " is in use: " + lock + " belongs to process " + owner + name,
                "end that program, or read the device through it: holdfast probe nut for NUT");
    }

    private static Silence stale(Path lock) {
        return new Silence(
                Silence.Cause.NOT_PERMITTED,
                lock + " was left behind by a process that has ended, and we may not remove it",
                "sudo rm " + lock);
    }

    private static Silence notWritable(Path lock) {
        return new Silence(
                Silence.Cause.NOT_PERMITTED,
                "may not write " + lock,
                "run as root, or let this user write to " + lock.getParent());
    }
}
