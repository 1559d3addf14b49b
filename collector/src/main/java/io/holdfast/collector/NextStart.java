package io.holdfast.collector;

import io.holdfast.config.collector.CollectorSettings;
import java.util.ArrayList;
import java.util.List;

/** What of new settings takes a restart, because sockets and files are opened once. */
final class NextStart {

    private NextStart() {}

    /**
     * The keys that differ, as the configuration file has them.
     *
     * @param started the settings of the start, which hold for these keys until the next
     */
    static List<String> keys(CollectorSettings started, CollectorSettings next) {
        List<String> keys = new ArrayList<>();
        if (!next.listen().equals(started.listen())) {
            keys.add("listen");
        }
        if (!next.stateDirectory().equals(started.stateDirectory())) {
            keys.add("state-directory");
        }
        if (next.limits().messageBytes() != started.limits().messageBytes()) {
            keys.add("limits.message-size");
        }
        return keys;
    }
}
