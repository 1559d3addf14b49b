package io.holdfast.cli.report;

import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.RetireResult;
import java.time.ZoneId;

/**
 * What retiring a host does, before and after.
 *
 * @param zone the zone in which times are told
 */
public record RetireText(ZoneId zone) {

    /** What would go. */
    public String preview(HostReport host) {
        boolean certified =
                host.agent().filter(a -> a.state() != AgentReport.State.REVOKED).isPresent();
        return "%s: %s. %s would leave the reports%s.%n"
                .formatted(
                        Words.host(host.id()),
                        host.agent().map(this::agent).orElse("no agent speaks for it"),
                        Plain.count(host.components().size(), "part"),
                        certified ? ", and its certificates would count no longer" : "");
    }

    /** What to tell below it: that this was a look, and how it is done. */
    public static String told(HostReport host) {
        return "Nothing was changed: this only shows what would go. To take it out of the reports:"
                + " holdfast inventory retire "
                + host.id()
                + " --yes";
    }

    /** What is gone; certificates that were revoked before are not told again. */
    public static String done(RetireResult result) {
        String certificates =
                switch (result.certificates()) {
                    case 0 -> "";
                    case 1 -> ", and its certificate counts no longer";
                    default ->
                            ", and its " + result.certificates() + " certificates count no longer";
                };
        return "%s is retired: %s left the reports%s. Its history stays.%n"
                .formatted(
                        Words.host(result.host()),
                        Plain.count(result.components(), "part"),
                        certificates);
    }

    private String agent(AgentReport agent) {
        return switch (agent.state()) {
            case CONNECTED -> "its agent is connected: stop that first";
            case SILENT ->
                    "its agent was last heard "
                            + (agent.ageSeconds().isPresent()
                                    ? Amounts.duration(agent.ageSeconds().getAsLong()) + " ago"
                                    : "long ago");
            case NEVER -> "its agent was never heard";
            case REVOKED ->
                    "its agent was "
                            + Words.revoked(agent, zone)
                            + ", so its certificates count no longer already";
            case UNKNOWN -> "its agent is in a state that is newer than this command";
        };
    }
}
