package io.holdfast.cli.command;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Problem;
import io.holdfast.mibs.knowledge.DeviceKnowledge;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.ProfileFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks one profile and says all that is wrong with it. */
@Command(
        name = "check",
        description = "Check a device profile; exits 3 where it would not do.",
        footer = {"%nExample:", "  holdfast profile check /etc/holdfast/profiles/my-ups.yaml"})
final class ProfileCheckCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The profile, a YAML file.")
    private Path file = Path.of("");

    @Mixin private FormatOption format = new FormatOption();

    ProfileCheckCommand(Context context) {
        this.context = context;
    }

    /**
     * What came out.
     *
     * @param file the file
     * @param profile the profile's name; empty where the file is wrong
     * @param components how many rules make components
     * @param groups how many make groups
     * @param subtrees how many subtrees are walked for it
     * @param problems all that is wrong, each as {@code file:line:column: message}
     */
    public record Checked(
            String file,
            String profile,
            int components,
            int groups,
            int subtrees,
            List<String> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    @Override
    public Integer call() {
        Checked checked =
                switch (ProfileFolder.load(file)) {
                    case Loaded.Good<Profile>(Profile profile) ->
                            new Checked(
                                    file.toString(),
                                    profile.name(),
                                    profile.components().size(),
                                    profile.groups().size(),
                                    new DeviceKnowledge(List.of(profile)).subtrees().size(),
                                    List.of());
                    case Loaded.Bad<Profile> bad ->
                            new Checked(
                                    file.toString(),
                                    "",
                                    0,
                                    0,
                                    0,
                                    bad.problems().stream().map(Problem::toString).toList());
                };
        format.print(context.out(), Checked.class, checked, ProfileCheckCommand::text);
        return checked.problems().isEmpty() ? 0 : ExitCodes.OWN_ERROR;
    }

    private static String text(Checked checked) {
        return checked.problems().isEmpty()
                ? "%s: ok (%s component rules, %s group rules, %s subtrees)\n"
                        .formatted(
                                checked.file(),
                                checked.components(),
                                checked.groups(),
                                checked.subtrees())
                : String.join("\n", checked.problems()) + "\n";
    }
}
