package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.client.CollectorClient;
import io.holdfast.cli.http.Connector;
import io.holdfast.cli.http.TlsConnector;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.IdentityStore;
import io.holdfast.wire.tls.TlsContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Ways to a collector's API over the network. */
final class Https {

    private static final int USUAL_PORT = 7444;

    private Https() {}

    /** A way with the identity in a folder. */
    static Connector connector(String url, Path identity, SecureRandom random) {
        URI uri = URI.create(url);
        if (uri.getHost() == null) {
            throw new Failure("expected https://HOST:PORT, found " + url, "");
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        try {
            Enrolled enrolled =
                    new IdentityStore(identity, random)
                            .read()
                            .orElseThrow(
                                    () ->
                                            new Failure(
                                                    "expected your key and certificates in "
                                                            + identity.resolve("identity.pem")
                                                            + ", found no such file",
                                                    "name the folder with --identity DIR"));
            return new TlsConnector(
                    uri.getHost(),
                    port,
                    TlsContext.of(List.of(enrolled.authority()), Optional.of(enrolled.identity())),
                    CollectorClient.PATIENCE);
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(
                    "your identity cannot be used: " + FileTrouble.of(e, identity),
                    "name another folder with --identity DIR");
        }
    }
}
