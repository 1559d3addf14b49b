package io.holdfast.cli.up;

import java.nio.file.Path;

/** The settings of both services as {@code holdfast up} writes them. */
final class SettingsText {

    private SettingsText() {}

    static String collector(StateFolder state, Ports ports) {
        return """
               # Written by holdfast up at every start.
               collector:
                 listen:
                   agents: 127.0.0.1:%s
                   api: 127.0.0.1:%s
                   socket: %s
                 state-directory: %s
                 names: [localhost, 127.0.0.1]
               """
                .formatted(
                        ports.agents(),
                        ports.api(),
                        quoted(state.socket()),
                        quoted(state.collectorState()));
    }

    static String agent(StateFolder state, Ports ports) {
        return """
               # Written by holdfast up at every start.
               agent:
                 collector: 127.0.0.1:%s
                 state-directory: %s
                 enrolment:
                   token-file: %s
               """
                .formatted(ports.agents(), quoted(state.agentState()), quoted(state.token()));
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
