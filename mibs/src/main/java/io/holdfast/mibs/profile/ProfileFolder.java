package io.holdfast.mibs.profile;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.LoadedFolder;
import io.holdfast.config.yaml.Problem;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The profiles of a folder, such as the operators' own in {@value #OPERATORS}.
 *
 * @param profiles those that are right
 * @param problems all that is wrong with the others; a wrong file does not take the right ones
 *     along
 */
public record ProfileFolder(List<Profile> profiles, List<Problem> problems) {

    /** Where operators put profiles of their own. */
    public static final String OPERATORS = "/etc/holdfast/profiles";

    /** More files than this are left out, and that is a problem. */
    public static final int MOST_FILES = 500;

    public ProfileFolder {
        profiles = List.copyOf(profiles);
        problems = List.copyOf(problems);
    }

    /** Reads a folder; one that is not there has no profiles and no problems. */
    public static ProfileFolder read(Path folder) {
        LoadedFolder<Profile> all =
                LoadedFolder.read(folder, ".yaml", MOST_FILES, "profiles", ProfileFolder::load);
        return new ProfileFolder(all.good(), all.problems());
    }

    /** Reads one file. */
    public static Loaded<Profile> load(Path file) {
        Problems problems = new Problems();
        Optional<String> text = YamlFile.text(file, problems);
        return text.isPresent()
                ? ProfileText.parse(file.toString(), text.get())
                : new Loaded.Bad<>(problems.inOrder());
    }
}
