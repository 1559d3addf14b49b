package io.holdfast.agent.devices.redfish.service;

import io.holdfast.agent.devices.json.Json;
import java.util.Optional;

/** How a service lets itself be asked for a document with what it contains. */
final class Expansion {

    private Expansion() {}

    /**
     * The query for one level of what a document contains, by what the service root says under
     * {@code ProtocolFeaturesSupported.ExpandQuery}; empty where it offers none.
     */
    static Optional<String> query(Json root) {
        Json offered = root.at("ProtocolFeaturesSupported", "ExpandQuery");
        String level = offered.at("Levels").isTrue() ? "($levels=1)" : "";
        if (offered.at("NoLinks").isTrue()) {
            return Optional.of("?$expand=." + level);
        }
        return offered.at("ExpandAll").isTrue()
                ? Optional.of("?$expand=*" + level)
                : Optional.empty();
    }
}
