package io.holdfast.agent.devices.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders in which programs are looked for, first match wins.
 *
 * <p>A fixed list instead of {@code PATH}: the agent may run as root, and services often lack the
 * {@code sbin} folders in theirs.
 */
public record ProgramFolders(List<Path> folders) {

    private static final List<String> USUAL =
            List.of(
                    "/usr/sbin",
                    "/usr/bin",
                    "/sbin",
                    "/bin",
                    "/usr/local/sbin",
                    "/usr/local/bin",
                    "/opt/MegaRAID/storcli",
                    "/opt/MegaRAID/storcli2",
                    "/opt/MegaRAID/perccli",
                    "/opt/smartstorageadmin/ssacli/bin",
                    "/opt/hp/hpssacli/bld");

    public ProgramFolders {
        folders = List.copyOf(folders);
    }

    /** Where distributions and vendors install programs. */
    public static ProgramFolders usual() {
        return new ProgramFolders(USUAL.stream().map(Path::of).toList());
    }

    /** The program's file, executable by us or not. */
    Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
