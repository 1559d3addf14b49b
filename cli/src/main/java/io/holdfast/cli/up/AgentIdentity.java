package io.holdfast.cli.up;

import io.holdfast.cli.Failure;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.IdentityStore;
import io.holdfast.wire.enrol.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who the agent is by its files, looked at before it is started: what is wrong with them it would
 * only write into its log, and be silent.
 */
final class AgentIdentity {

    private final StateFolder state;
    private final IdentityStore store;

    AgentIdentity(StateFolder state, SecureRandom random) {
        this.state = state;
        store = new IdentityStore(state.agentState(), random);
    }

    /**
     * Whether the agent needs a token: it was never enrolled, or too long ago.
     *
     * @throws Failure if its identity is damaged, or of another collector
     */
    boolean needsToken(Instant now) {
        Optional<Enrolled> stored = read();
        stored.ifPresent(this::requireOurs);
        return stored.filter(who -> !now.isAfter(who.runsOut().plus(Enrolled.GRACE))).isEmpty();
    }

    private Optional<Enrolled> read() {
        try {
            return store.read();
        } catch (IOException e) {
            throw new Failure(
                    "the identity of the agent is damaged: " + e.getMessage(), moveAway("damaged"));
        }
    }

    private void requireOurs(Enrolled who) {
        Path authority = state.collectorState().resolve("authority").resolve("authority.pem");
        try {
            byte[] expected = who.authority().getEncoded();
            boolean ours =
                    Pem.read(Files.readString(authority, StandardCharsets.US_ASCII)).stream()
                            .filter(block -> block.label().equals(Pem.CERTIFICATE))
                            .anyMatch(block -> Arrays.equals(block.bytes().toArray(), expected));
            if (!ours) {
                throw otherCollector(authority + " is another's");
            }
        } catch (NoSuchFileException e) {
            throw otherCollector("there is no " + authority);
        } catch (IOException | IllegalArgumentException | CertificateEncodingException e) {
            throw new Failure(
                    "the authority of the collector cannot be read: " + authority + ": " + e,
                    "restore a backup (holdfast collector restore), or begin anew with another"
                            + " --state DIR");
        }
    }

    private Failure otherCollector(String found) {
        return new Failure(
                "expected the identity of the agent, "
                        + state.identity()
                        + ", to be from the collector beside it, found that "
                        + found,
                moveAway("old"));
    }

    private String moveAway(String as) {
        return "move it away, and the agent is enrolled anew: mv "
                + state.identity()
                + " "
                + state.identity()
                + "."
                + as;
    }
}
