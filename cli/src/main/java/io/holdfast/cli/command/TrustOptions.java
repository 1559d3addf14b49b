package io.holdfast.cli.command;

import io.holdfast.agent.devices.redfish.http.AuthorityFile;
import io.holdfast.agent.devices.redfish.http.Endpoint;
import io.holdfast.agent.devices.redfish.http.Fingerprint;
import io.holdfast.agent.devices.redfish.http.Trust;
import io.holdfast.cli.Failure;
import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say by what a BMC's certificate is known. */
final class TrustOptions {

    @Option(
            names = "--ca",
            paramLabel = "F",
            description = "Trust the authorities in this PEM file.")
    private Optional<Path> authorities = Optional.empty();

    @Option(
            names = "--fingerprint",
            paramLabel = "H",
            description = "Trust the certificate with this SHA-256 and no other.")
    private Optional<String> fingerprint = Optional.empty();

    @Option(
            names = "--insecure",
            description =
                    "Trust whoever answers. Whoever is on the way can read the password; the"
                            + " report says so.")
    private boolean insecure;

    /**
     * The trust that these options describe; the Java runtime's own authorities where they describe
     * none.
     *
     * @throws Failure if they contradict each other or the endpoint
     */
    Trust trust(Endpoint endpoint) {
        int given =
                (authorities.isPresent() ? 1 : 0)
                        + (fingerprint.isPresent() ? 1 : 0)
                        + (insecure ? 1 : 0);
        if (given > 1) {
            throw new Failure(
                    "expected at most one of --ca, --fingerprint and --insecure, found " + given,
                    "leave out all but one");
        }
        if (!endpoint.tls() && !insecure) {
            throw new Failure(
                    "expected an https URL, found " + endpoint,
                    "use https; over http the password can be read by anybody on the way, which"
                            + " --insecure accepts");
        }
        if (insecure) {
            return new Trust.Anybody();
        }
        return fingerprint
                .<Trust>map(text -> new Trust.Pinned(parsed(text)))
                .or(() -> authorities.map(file -> new Trust.Authorities(read(file))))
                .orElseGet(Trust.PublicAuthorities::new);
    }

    private static Fingerprint parsed(String text) {
        return Fingerprint.parse(text)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "expected --fingerprint as 64 hexadecimal digits, found '"
                                                + text
                                                + "'",
                                        "try without it: the error shows the BMC's own"));
    }

    private static List<X509Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found =
                    AuthorityFile.parse(in.readNBytes(AuthorityFile.MOST_BYTES));
            if (found.isEmpty()) {
                throw new Failure(
                        "expected certificates in " + file + ", found none",
                        "give the authority's certificate in PEM form");
            }
            return found;
        } catch (IOException e) {
            throw new Failure(
                    "expected certificates in "
                            + file
                            + ", but it cannot be read: "
                            + FileTrouble.of(e, file),
                    "check the path given by --ca, and who may read it");
        }
    }
}
