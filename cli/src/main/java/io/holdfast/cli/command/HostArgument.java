package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.client.Query;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Report;
import java.util.List;
import java.util.Optional;

/** A host as it was typed: {@code site/rack/host}, or its own name alone, as reports show it. */
final class HostArgument {

    private HostArgument() {}

    /** The host that is meant; a name alone is looked up at the collector. */
    static HostId resolve(CollectorClient client, String typed) {
        return parse(typed.contains("/") ? typed : whole(client, typed));
    }

    /**
     * The whole id of a name, out of the ids that the collector found for it.
     *
     * @throws Failure if several hosts have that name
     */
    static String only(String name, List<String> found) {
        if (found.size() > 1) {
            throw new Failure(
                    "expected one host, found several that are called "
                            + name
                            + ": "
                            + String.join(", ", found),
                    "name it as site/rack/host");
        }
        // One that has not reported yet is in no report: where nobody named site and rack, this is
        // how it is called.
        return found.isEmpty() ? "default/default/" + name : found.getFirst();
    }

    private static String whole(CollectorClient client, String name) {
        if (name.isEmpty() || name.contains("*")) {
            throw new Failure("expected one host, found '" + name + "'", "see: holdfast agents");
        }
        String target = Query.of(Paths.REPORT).with("host", Optional.of(name)).toString();
        Report report = client.get(target, Report.class);
        return only(name, report.hosts().stream().map(HostReport::id).toList());
    }

    private static HostId parse(String id) {
        try {
            return HostId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), "holdfast agents lists them");
        }
    }
}
