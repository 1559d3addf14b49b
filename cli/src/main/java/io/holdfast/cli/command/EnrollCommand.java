package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.local.HostName;
import io.holdfast.cli.report.Plain;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.config.secret.Secret;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.value.HostPort;
import io.holdfast.config.yaml.Loaded;
import io.holdfast.config.yaml.Position;
import io.holdfast.config.yaml.Problem;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.EnrolmentClient;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.enrol.IdentityStore;
import io.holdfast.wire.log.ForeignLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gets this machine's agent its certificate, before the agent starts. */
@Command(
        name = "enroll",
        description = "Get the agent of this machine its certificate, by the right of a token.",
        footer = {
            "%nExample:",
            "  holdfast enroll --collector collector.example.net:7443 --token-file enrolment.token"
        })
final class EnrollCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Context context;

    @Option(
            names = "--collector",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Where the collector listens for agents.")
    private String collector = "";

    @ArgGroup(multiplicity = "1")
    private TokenFrom token = new TokenFrom();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "This machine, as site/rack/host (default: default/default/ and its name).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "The agent's state directory (default: ${DEFAULT-VALUE}).")
    private Path state = Path.of("/var/lib/holdfast/agent");

    @Option(
            names = "--force",
            description = "Replace the identity that is there, such as one that was revoked.")
    private boolean force;

    @Mixin private FormatOption format = new FormatOption();

    EnrollCommand(Context context) {
        this.context = context;
    }

    /** Where the token comes from; never from the command line, which every user can read. */
    private static final class TokenFrom {

        @Option(
                names = "--token-file",
                paramLabel = "FILE",
                description = "A file with the token, not open to everyone.")
        private Optional<Path> file = Optional.empty();

        @Option(
                names = "--token-env",
                paramLabel = "NAME",
                description = "A variable of the environment with the token.")
        private Optional<String> variable = Optional.empty();

        SecretSource source() {
            Position here = Position.startOf("--token-file");
            if (file.isEmpty() && variable.isEmpty()) {
                throw new Failure(
                        "expected --token-file FILE or --token-env NAME, found neither",
                        "have a token printed where the collector runs: holdfast collector token"
                                + " create");
            }
            return file.<SecretSource>map(f -> new SecretSource.FromFile(here, f.toAbsolutePath()))
                    .orElseGet(() -> new SecretSource.FromEnvironment(here, variable.orElse("")));
        }
    }

    /**
     * The identity that this machine has now.
     *
     * @param host what it is called
     * @param identity the file with key and certificates
     * @param runsOut when the certificate does, unless the agent renews it
     */
    public record Identity(String host, String identity, Instant runsOut) {}

    @Override
    public Integer call() {
        // What keeps the collector from answering is told by us, in a person's words.
        ForeignLog.into((weight, logger, text) -> {});
        HostId name = host.map(EnrollCommand::hostId).orElseGet(HostName::hostId);
        IdentityStore store = new IdentityStore(state, context.random().get());
        if (!force) {
            refuseTwice(store);
        }
        HostPort where = collector();
        EnrolmentToken right = token();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            makeFolder();
            EnrolmentClient client =
                    new EnrolmentClient(where.host(), where.port(), PATIENCE, threads);
            return told(name, enrolled(store, client, right, name));
        } catch (IOException e) {
            throw new Failure(
                    "the identity cannot be kept in " + state + ": " + FileTrouble.of(e, state),
                    "run this as the user of the agent, or name another folder with --state");
        }
    }

    /**
     * Asks once. A key that is refused does not stay behind; one whose answer did not come may have
     * been certified, and the next try asks for it again.
     */
    private static Enrolled enrolled(
            IdentityStore store, EnrolmentClient client, EnrolmentToken right, HostId name)
            throws IOException {
        KeyPair key = store.nextKey();
        return switch (client.enrol(right, name, key)) {
            case EnrolAnswer.Issued issued -> store.accept(key, issued);
            case EnrolAnswer.Refused(String why) -> {
                store.abandon();
                throw new Failure(why, "with a token that serves, run this again");
            }
            case EnrolAnswer.Unreachable(String why) ->
                    throw new Failure(why, "check the address and the network, and try again");
        };
    }

    /** An agent that runs with an identity renews it by itself, and has no need of a token. */
    private void refuseTwice(IdentityStore store) {
        Optional<Enrolled> before;
        try {
            before = store.read();
        } catch (IOException e) {
            throw new Failure(
                    "the identity that is there cannot be used: " + FileTrouble.of(e, state),
                    "to replace it, add --force");
        }
        before.map(Enrolled::runsOut)
                .filter(end -> end.isAfter(context.clock().instant()))
                .ifPresent(
                        end -> {
                            throw new Failure(
                                    "this machine is enrolled already, until "
                                            + Plain.time(end, context.zone())
                                            + ": "
                                            + identityFile(),
                                    "nothing, for its agent renews that by itself; to replace it,"
                                            + " such as after it was revoked, add --force");
                        });
    }

    private Path identityFile() {
        return state.resolve("identity.pem");
    }

    /** For its owner alone, as the agent itself would make it. */
    private void makeFolder() throws IOException {
        if (Files.isDirectory(state)) {
            return;
        }
        @Nullable Path parent = state.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(state, OWNER_ONLY);
    }

    private int told(HostId name, Enrolled enrolled) {
        Identity identity =
                new Identity(name.toString(), identityFile().toString(), enrolled.runsOut());
        format.print(
                context.out(),
                Identity.class,
                identity,
                i ->
                        "%s is enrolled until %s, and renews by itself; its identity is in %s.%n"
                                .formatted(
                                        i.host(),
                                        Plain.time(i.runsOut(), context.zone()),
                                        i.identity()));
        return 0;
    }

    private EnrolmentToken token() {
        Loaded<Secret> loaded = new SecretReader(context.environment()).read(token.source());
        return switch (loaded) {
            case Loaded.Good<Secret> good -> parsed(good.settings());
            case Loaded.Bad<Secret> bad ->
                    throw new Failure(
                            bad.problems().stream().map(Problem::message).findFirst().orElse(""),
                            "correct that, or have a new one printed: holdfast collector token create");
        };
    }

    private static EnrolmentToken parsed(Secret secret) {
        try {
            return EnrolmentToken.parse(secret.reveal());
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), "copy all of the token");
        }
    }

    private HostPort collector() {
        return HostPort.parse(collector)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "expected --collector as HOST:PORT, found '"
                                                + collector
                                                + "'",
                                        "agents use port 7443 unless somebody chose another"));
    }

    private static HostId hostId(String text) {
        try {
            return HostId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), "--host ber1/r12/db07");
        }
    }
}
