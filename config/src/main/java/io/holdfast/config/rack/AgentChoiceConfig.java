package io.holdfast.config.rack;

import io.holdfast.config.value.Values;
import io.holdfast.config.yaml.Section;
import java.util.TreeSet;

/** The reader of a part {@code agents}: who may ask a device. */
final class AgentChoiceConfig {

    private AgentChoiceConfig() {}

    static AgentChoice read(Section agents) {
        var hosts = agents.list("hosts", Values.HOST_ID);
        var labels = agents.section("labels").values(Values.LINE);
        if (agents.has("hosts") == agents.has("labels")) {
            agents.problem(
                    "hosts",
                    "expected either hosts or labels, found "
                            + (agents.has("hosts") ? "both" : "neither"));
        }
        return new AgentChoice(new TreeSet<>(hosts), labels);
    }
}
