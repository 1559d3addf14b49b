package io.holdfast.cli.up;

import io.holdfast.cli.Failure;
import io.holdfast.config.file.FileTrouble;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.EventReport;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.IdentityStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
     * @param authority of the collector beside it; empty where that never ran
     * @throws Failure if its identity is damaged, or of another collector
     */
    boolean needsToken(Optional<X509Certificate> authority, Instant now) {
        Optional<Enrolled> stored = read();
        stored.ifPresent(who -> requireOurs(who, authority));
        return stored.filter(who -> !now.isAfter(who.runsOut().plus(Enrolled.GRACE))).isEmpty();
    }

    /** That it is revoked, where the report says so: then nobody need wait for the agent. */
    Optional<Failure> revoked(Report report) {
        return report.hosts().stream()
                .filter(AgentIdentity::isRevoked)
                .filter(host -> isOf(host.id()))
                .findFirst()
                .flatMap(HostReport::agent)
                .map(agent -> revoked(agent.revoked().map(AgentIdentity::byAndWhen)));
    }

    private static boolean isRevoked(HostReport host) {
        return host.agent().filter(a -> a.state() == AgentReport.State.REVOKED).isPresent();
    }

    /** That it was revoked, where that is what has happened. */
    Optional<Failure> revoked(EventReport event) {
        return event.type() == EventReport.Type.AGENT_REVOKED && isOf(event.host())
                ? Optional.of(revoked(event.actor()))
                : Optional.empty();
    }

    private Failure revoked(Optional<String> by) {
        return new Failure(
                "the agent of this machine was revoked"
                        + by.map(who -> " by " + who).orElse("")
                        + ", and the collector lets it in no more",
                "if it may come back, start again without its identity: mv "
                        + state.identity()
                        + " "
                        + state.identity()
                        + ".revoked");
    }

    private static String byAndWhen(AgentReport.Revocation revocation) {
        return revocation.by() + " at " + revocation.at().truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean isOf(String host) {
        return read().flatMap(Enrolled::host)
                .filter(own -> own.toString().equals(host))
                .isPresent();
    }

    private Optional<Enrolled> read() {
        try {
            return store.read();
        } catch (IOException e) {
            throw new Failure(
                    "the identity of the agent is damaged: " + FileTrouble.of(e, state.root()),
                    moveAway("damaged"));
        }
    }

    private void requireOurs(Enrolled who, Optional<X509Certificate> authority) {
        if (authority.isEmpty()) {
            throw otherCollector("there is no " + state.authority());
        }
        if (!authority.get().equals(who.authority())) {
            throw otherCollector(state.authority() + " is another's");
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
