package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.http.Connector;
import io.holdfast.cli.http.UnixConnector;
import io.holdfast.cli.up.StateFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which collector is asked. */
final class CollectorOption {

    /** Where an installed collector listens for commands on its own machine. */
    private static final Path INSTALLED = Path.of("/run/holdfast/collector.sock");

    @Option(
            names = "--collector",
            paramLabel = "SOCKET|URL",
            description = {
                "The collector: a Unix socket, or https://HOST:PORT with --identity.",
                "Default: HOLDFAST_COLLECTOR, else that of holdfast up, else "
                        + "/run/holdfast/collector.sock."
            })
    private Optional<String> collector = Optional.empty();

    @Option(
            names = "--identity",
            paramLabel = "DIR",
            description =
                    "For https: the folder with identity.pem, your key and certificates"
                            + " (default: ~/.config/holdfast).")
    private Optional<Path> identity = Optional.empty();

    /** A client of the collector that was named, or of those that are usual here. */
    CollectorClient client(Context context) {
        return client(context, Folders.up(context));
    }

    /** The same, where {@code holdfast up} keeps its state elsewhere. */
    CollectorClient client(Context context, StateFolder up) {
        Optional<String> named = named(context);
        List<Connector> connectors = new ArrayList<>();
        if (named.isPresent()) {
            connectors.add(connector(named.get(), context));
        } else {
            connectors.add(new UnixConnector(up.socket()));
            connectors.add(new UnixConnector(INSTALLED));
        }
        return new CollectorClient(connectors, CollectorClient.PATIENCE);
    }

    /** The collector that was named by the option or the environment; empty for the usual ones. */
    Optional<String> named(Context context) {
        return collector.or(() -> context.variable("HOLDFAST_COLLECTOR"));
    }

    private Connector connector(String named, Context context) {
        if (named.startsWith("https://")) {
            return Https.connector(
                    named,
                    identity.orElseGet(() -> Folders.settings(context)),
                    context.random().get());
        }
        if (named.contains("://")) {
            throw new Failure(
                    "expected a collector as a socket's path or https://HOST:PORT, found " + named,
                    "holdfast report --collector /run/holdfast/collector.sock");
        }
        return new UnixConnector(Path.of(named).toAbsolutePath());
    }
}
