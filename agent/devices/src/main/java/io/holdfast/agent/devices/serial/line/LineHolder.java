package io.holdfast.agent.devices.serial.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program that has a serial device open.
 *
 * @param pid its process id
 * @param name its name, as the kernel knows it
 */
record LineHolder(long pid, String name) {

    static final Path PROC = Path.of("/proc");

    /** Processes of other users show their files to root alone. */
    static Optional<LineHolder> find(Path proc, Path device) {
        try (Stream<Path> processes = Files.list(proc)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d{1,10}"))
                    .filter(process -> holds(process, device))
                    .map(LineHolder::of)
                    .filter(holder -> holder.pid != ProcessHandle.current().pid())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(Path process, Path device) {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.anyMatch(file -> pointsTo(file, device));
        } catch (IOException | UncheckedIOException e) {
            // It has ended meanwhile, or is not ours to look into.
            return false;
        }
    }

    private static boolean pointsTo(Path file, Path device) {
        try {
            return Files.readSymbolicLink(file).equals(device);
        } catch (IOException e) {
            return false;
        }
    }

    private static LineHolder of(Path process) {
        String name;
        try {
            name = Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            name = "";
        }
        return new LineHolder(Long.parseLong(process.getFileName().toString()), name);
    }

    @Override
    public String toString() {
        return "process " + pid + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
