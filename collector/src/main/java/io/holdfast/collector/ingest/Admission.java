package io.holdfast.collector.ingest;

import io.holdfast.collector.authority.Holder;
import io.holdfast.collector.authority.Register;
import io.holdfast.collector.hosts.CutOff;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.Peer;
import io.holdfast.wire.stream.WireLimits;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Decides who may speak for which host. */
final class Admission {

    /** A collector of version N serves agents N-2 to N+1. */
    private static final int OLDER = 2;

    private static final int NEWER = 1;

    private final Register register;

    Admission(Register register) {
        this.register = register;
    }

    /** What was decided. */
    sealed interface Verdict {

        /** May speak for this host. */
        record Admitted(HostId host) implements Verdict {}

        /** May not. */
        record Refused(CutOff reason, String detail) implements Verdict {}
    }

    /** Whether a peer may say Hello at all, by the certificate that it proved to hold. */
    Verdict identify(Peer peer, Instant now) {
        Optional<X509Certificate> shown = peer.chain().stream().findFirst();
        Optional<Holder> holder = shown.flatMap(Holder::of);
        if (shown.isEmpty() || !(holder.orElse(null) instanceof Holder.Agent(HostId host))) {
            return new Verdict.Refused(
                    CutOff.BAD_IDENTITY, "expected the certificate of an agent; enroll first");
        }
        Instant end = shown.get().getNotAfter().toInstant();
        if (now.isAfter(end)) {
            return new Verdict.Refused(
                    CutOff.REVOKED, "the certificate ran out at " + end + "; renew it");
        }
        if (!register.counts(shown.get(), new Holder.Agent(host), now)) {
            return new Verdict.Refused(
                    CutOff.REVOKED, "the certificate was revoked; enroll with a new token");
        }
        return new Verdict.Admitted(host);
    }

    /** Whether an identified peer may go on after this Hello. */
    static Verdict greet(HostId identified, FromAgent.Hello hello) {
        if (!hello.host().equals(identified)) {
            return new Verdict.Refused(
                    CutOff.WRONG_HOST,
                    "the certificate is for " + identified + ", Hello says " + hello.host());
        }
        int ours = WireLimits.PROTOCOL;
        if (hello.protocol() < Math.max(1, ours - OLDER) || hello.protocol() > ours + NEWER) {
            return new Verdict.Refused(
                    CutOff.WRONG_PROTOCOL,
                    "this collector speaks version " + ours + ", Hello says " + hello.protocol());
        }
        return new Verdict.Admitted(identified);
    }
}
