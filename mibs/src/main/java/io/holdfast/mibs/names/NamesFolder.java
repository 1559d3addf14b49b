package io.holdfast.mibs.names;

import io.holdfast.config.file.FileTrouble;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.LoadedFolder;
import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The names files of a folder, such as {@value #OPERATORS}.
 *
 * @param modules those that are right
 * @param problems what is wrong with the others; a wrong file does not take the right ones along
 */
public record NamesFolder(List<MibModule> modules, List<Problem> problems) {

    /** Where imported MIBs are. */
    public static final String OPERATORS = "/etc/holdfast/mibs";

    /** How a names file's name ends. */
    public static final String SUFFIX = ".names";

    /** More files than this are left out, and that is a problem. */
    public static final int MOST_FILES = 2_000;

    /** The longest names file, in bytes. */
    public static final int MOST_BYTES = 32 << 20;

    public NamesFolder {
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }

    /** Reads a folder; one that is not there has no modules and no problems. */
    public static NamesFolder read(Path folder) {
        LoadedFolder<MibModule> all =
                LoadedFolder.read(folder, SUFFIX, MOST_FILES, "modules", NamesFolder::load);
        return new NamesFolder(all.good(), all.problems());
    }

    /** Reads one file. */
    public static Loaded<MibModule> load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? bad(file, "expected at most " + MOST_BYTES + " bytes, found more")
                    : NamesReader.parse(
                            file.toString(), new String(bytes, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return bad(file, "cannot be read: " + FileTrouble.of(e, file));
        }
    }

    /**
     * Writes a module into a folder, in the place of what was there of the same name; whoever reads
     * at the same time sees the old or the new, never a part.
     */
    public static Path write(Path folder, MibModule module) throws IOException {
        Path file = folder.resolve(module.name() + SUFFIX);
        Path fresh = folder.resolve("." + module.name() + ".new");
        Files.writeString(fresh, NamesText.of(module), StandardCharsets.US_ASCII);
        return Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Loaded<MibModule> bad(Path file, String message) {
        return new Loaded.Bad<>(List.of(new Problem(Position.startOf(file.toString()), message)));
    }
}
