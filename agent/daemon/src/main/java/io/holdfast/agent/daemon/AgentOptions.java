package io.holdfast.agent.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The command line of the agent.
 *
 * @param config the configuration file
 * @param parentPipe whether to end when stdin does: the one who started us holds its other end
 */
record AgentOptions(Path config, boolean parentPipe) {

    static final String USAGE =
            """
            Usage: holdfast agent --config FILE [--parent-pipe]
              --config FILE   the agent's configuration, such as /etc/holdfast/agent.yaml
              --parent-pipe   end when stdin ends
            """;

    /** The form that the command's own help prints. */
    private static final String WITH_FILE = "--config=";

    /** The options of these arguments, or empty where they are not understood. */
    static Optional<AgentOptions> parse(List<String> arguments) {
        Optional<Path> config = Optional.empty();
        boolean parentPipe = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.startsWith(WITH_FILE) && !word.equals(WITH_FILE)) {
                config = Optional.of(Path.of(word.substring(WITH_FILE.length())));
                continue;
            }
            switch (word) {
                case "--config" -> {
                    i++;
                    // A word that looks like an option is one, and no file.
                    if (i == arguments.size() || arguments.get(i).startsWith("--")) {
                        return Optional.empty();
                    }
                    config = Optional.of(Path.of(arguments.get(i)));
                }
                case "--parent-pipe" -> parentPipe = true;
                default -> {
                    return Optional.empty();
                }
            }
        }
        boolean pipe = parentPipe;
        return config.map(file -> new AgentOptions(file, pipe));
    }
}
