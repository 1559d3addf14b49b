package io.holdfast.cli.report;

import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.RetireResult;

/** What retiring a host does, before and after. */
public final class RetireText {

    private RetireText() {}

    /** What would go. */
    public static String preview(HostReport host) {
        return "%s: %s, %s. Its certificates would count no longer.%n"
                .formatted(
                        Words.host(host.id()),
                        host.agent().map(RetireText::agent).orElse("no agent"),
                        parts(host.components().size()));
    }

    /** What to tell below it: that this was a look, and how it is done. */
    public static String told(HostReport host) {
        return "Nothing was changed: this only shows what would go. To take it out of the reports:"
                + " holdfast inventory retire "
                + host.id()
                + " --yes";
    }

    /** What is gone. */
    public static String done(RetireResult result) {
        return "%s is retired: %s left the reports, %s no longer. Its history stays.%n"
                .formatted(
                        Words.host(result.host()),
                        parts(result.components()),
                        result.certificates() == 1
                                ? "1 certificate counts"
                                : result.certificates() + " certificates count");
    }

    private static String agent(AgentReport agent) {
        return switch (agent.state()) {
            case CONNECTED -> "its agent is connected: stop that first";
            case SILENT ->
                    "its agent was last heard "
                            + (agent.ageSeconds().isPresent()
                                    ? Amounts.duration(agent.ageSeconds().getAsLong()) + " ago"
                                    : "long ago");
            case NEVER -> "its agent was never heard";
            case REVOKED -> "its agent was " + Words.revoked(agent);
            case UNKNOWN -> "its agent is in a state that is newer than this command";
        };
    }

    private static String parts(int count) {
        return count == 1 ? "1 part" : count + " parts";
    }
}
