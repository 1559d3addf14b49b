package io.holdfast.cli.command;

import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.client.Paths;
import io.holdfast.cli.client.Query;
import io.holdfast.cli.report.Plain;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.api.RevokeRequest;
import io.holdfast.wire.api.RevokeResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shuts an agent out, at once and until it is enrolled anew. */
@Command(
        name = "revoke",
        description = "Refuse an agent from now on; only a new token lets it back in.",
        footer = {"%nExample:", "  holdfast agents revoke ber1/r12/db07 --reason 'stolen'"})
final class AgentsRevokeCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "HOST",
            description = "The agent's host, as site/rack/host or by its name.")
    private String host = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    private Optional<String> reason = Optional.empty();

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    AgentsRevokeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CollectorClient client = collector.client(context);
        HostId id = HostArgument.resolve(client, host);
        String target = Query.of(Paths.AGENTS).host(id).segment("revoke").toString();
        RevokeResult result =
                client.post(
                        target, RevokeRequest.class, new RevokeRequest(reason), RevokeResult.class);
        format.print(
                context.out(),
                RevokeResult.class,
                result,
                r ->
                        "%s is refused from now on (%s).%n"
                                .formatted(r.host(), Plain.count(r.certificates(), "certificate")));
        return 0;
    }
}
