package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.AgentsText;
import io.holdfast.wire.api.AgentList;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the agents that a collector knows. */
@Command(
        name = "agents",
        description = "List the agents; exits 3 where one of them is not heard.",
        footer = {"%nExample:", "  holdfast agents --format json"})
final class AgentsCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    AgentsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AgentList agents = collector.client(context).get(Paths.AGENTS, AgentList.class);
        AgentsText text = new AgentsText(context.terminal(), context.zone());
        format.print(context.out(), AgentList.class, agents, text::of);
        boolean heard =
                agents.agents().stream()
                        .filter(agent -> !agent.revoked())
                        .allMatch(a -> a.heard().state() == AgentReport.State.CONNECTED);
        return (heard ? Status.OK : Status.UNKNOWN).exitCode();
    }
}
