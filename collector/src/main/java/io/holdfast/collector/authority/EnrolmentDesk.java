package io.holdfast.collector.authority;

import io.holdfast.collector.event.Event;
import io.holdfast.collector.store.Store;
import io.holdfast.collector.store.StoreException;
import io.holdfast.collector.store.UnwritableException;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.EnrolRequest;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.EnrolmentService;
import io.holdfast.wire.enrol.Proofs;
import io.holdfast.wire.enrol.RenewRequest;
import io.holdfast.wire.enrol.TokenSecret;
import io.holdfast.wire.stream.Peer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives agents their certificates: the first for a token, the next for the one before. */
public final class EnrolmentDesk implements EnrolmentService.Desk {

    private static final Logger log = LoggerFactory.getLogger(EnrolmentDesk.class);

    private static final String NEW_TOKEN = "; make one with `holdfast collector token create`";

    /** The same for a wrong secret: only who has the right one is told more of a token. */
    private static final EnrolAnswer.Refused UNKNOWN_TOKEN =
            new EnrolAnswer.Refused(
                    "this token is unknown here: it was deleted, ended long ago or is another"
                            + " collector's"
                            + NEW_TOKEN);

    /** Checked in place of the secret of a token that there is not, so that both take as long. */
    private static final TokenSecret NOBODYS = new TokenSecret(new byte[TokenSecret.SIZE]);

    /** Certificates are to be renewed when this part of their life is left. */
    private static final int RENEW_PARTS = 3;

    private final Store store;
    private final Authority authority;
    private final ServerIdentity server;
    private final TokenDesk tokens;
    private final Register register;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Consumer<Event> happened;

    /**
     * @param happened keeps what is worth remembering
     */
    public EnrolmentDesk(
            Store store,
            Authority authority,
            ServerIdentity server,
            TokenDesk tokens,
            Register register,
            SecureRandom random,
            InstantSource clock,
            Consumer<Event> happened) {
        this.store = store;
        this.authority = authority;
        this.server = server;
        this.tokens = tokens;
        this.register = register;
        this.random = random;
        this.clock = clock;
        this.happened = happened;
    }

    @Override
    public EnrolAnswer enrol(EnrolRequest request, Peer peer) {
        Instant now = clock.instant();
        Optional<TokenDesk.Held> held = tokens.find(request.tokenId());
        boolean proven =
                Proofs.tokenHolds(
                        held.map(TokenDesk.Held::secret).orElse(NOBODYS),
                        request.publicKey(),
                        request.host(),
                        request.tokenProof());
        Optional<PublicKey> key = Proofs.publicKey(request.publicKey());
        Optional<EnrolAnswer.Refused> refused =
                held.filter(token -> proven)
                        .map(token -> refusal(token, request.host(), key, now))
                        .orElse(Optional.of(UNKNOWN_TOKEN));
        if (refused.isPresent()) {
            log.warn(
                    "enrolment of {} from {} refused: token {}: {}",
                    request.host(),
                    address(peer),
                    request.tokenId(),
                    held.isEmpty() || proven ? refused.get().why() : "the secret is wrong");
            return refused.get();
        }
        boolean possessed =
                server.fingerprints().stream()
                        .anyMatch(print -> Proofs.possessionHolds(request, print));
        if (!possessed || key.isEmpty()) {
            log.warn("enrolment of {} from {}: no proof of its key", request.host(), address(peer));
            return new EnrolAnswer.Refused("the proof that you hold your key does not fit");
        }
        return issue(request.host(), key.get(), Optional.of(request.tokenId()), now);
    }

    @Override
    public EnrolAnswer renew(RenewRequest request, Peer peer) {
        Instant now = clock.instant();
        Optional<X509Certificate> shown = peer.chain().stream().findFirst();
        Optional<Holder> holder = shown.flatMap(Holder::of);
        if (shown.isEmpty() || !(holder.orElse(null) instanceof Holder.Agent(HostId host))) {
            return new EnrolAnswer.Refused("expected the certificate of an agent");
        }
        X509Certificate old = shown.get();
        Instant end = old.getNotAfter().toInstant();
        if (register.isRevoked(old) || now.isAfter(end.plus(Enrolled.GRACE))) {
            log.warn("renewal for {} from {} refused: revoked or too old", host, address(peer));
            return new EnrolAnswer.Refused(
                    "your certificate was revoked or ran out at "
                            + end.truncatedTo(ChronoUnit.SECONDS)
                            + "; enroll again with a new token");
        }
        boolean possessed =
                server.fingerprints().stream()
                        .anyMatch(print -> Proofs.possessionHolds(request, host, print));
        Optional<PublicKey> key = Proofs.publicKey(request.publicKey());
        if (!possessed || key.isEmpty()) {
            return new EnrolAnswer.Refused("the proof that you hold your key does not fit");
        }
        return issue(host, key.get(), Optional.empty(), now);
    }

    private EnrolAnswer issue(HostId host, PublicKey key, Optional<String> token, Instant now) {
        Holder holder = new Holder.Agent(host);
        String means = token.orElse("renewal");
        try {
            X509Certificate certificate =
                    Issuing.client(authority, key, holder, Issuing.AGENT_LIFE, random, now);
            boolean again = register.knows(holder);
            boolean allowed =
                    store.write(
                            sql -> {
                                if (token.isPresent()
                                        && !Register.gave(sql, key, holder, means)
                                        && !TokenDesk.spend(sql, means, now)) {
                                    return false;
                                }
                                Register.note(sql, certificate, holder, means, now);
                                return true;
                            });
            if (!allowed) {
                return tokens.find(means)
                        .flatMap(held -> refusal(held, host, Optional.of(key), now))
                        .orElse(UNKNOWN_TOKEN);
            }
            log.info("{} has a certificate by {}{}", host, means, again ? ", again" : "");
            happened.accept(new Event.AgentEnrolled(host, now, means, again));
            List<X509Certificate> chain = List.of(certificate, authority.certificate());
            Instant end = certificate.getNotAfter().toInstant();
            Instant renewAfter = end.minus(Issuing.AGENT_LIFE.dividedBy(RENEW_PARTS));
            return new EnrolAnswer.Issued(chain, renewAfter);
        } catch (UnwritableException e) {
            log.error("no certificate for {}: {}", host, e.getMessage());
            return new EnrolAnswer.Unreachable(
                    "the collector cannot write its store now; its report says why: holdfast report");
        } catch (GeneralSecurityException | StoreException e) {
            log.error("no certificate for {}: {}", host, e.getMessage());
            return new EnrolAnswer.Unreachable("the collector cannot issue certificates now");
        }
    }

    /**
     * Why a token does not serve the one who has it; empty where it does. An agent that asks again
     * for a key that the token was spent for never got its answer.
     */
    private Optional<EnrolAnswer.Refused> refusal(
            TokenDesk.Held token, HostId host, Optional<PublicKey> key, Instant now) {
        if (!token.pattern().matches(host)) {
            return refused(
                    "this token is for hosts that fit "
                            + token.pattern().text()
                            + ", and this one is named "
                            + host);
        }
        if (token.usesLeft() == 0 && !key.map(k -> gave(k, host, token.id())).orElse(false)) {
            return refused("this token is used up");
        }
        if (!token.expiresAt().isAfter(now)) {
            return refused(
                    "this token ran out at " + token.expiresAt().truncatedTo(ChronoUnit.SECONDS));
        }
        return Optional.empty();
    }

    private boolean gave(PublicKey key, HostId host, String token) {
        return store.read(sql -> Register.gave(sql, key, new Holder.Agent(host), token));
    }

    private static Optional<EnrolAnswer.Refused> refused(String why) {
        return Optional.of(new EnrolAnswer.Refused(why + NEW_TOKEN));
    }

    private static String address(Peer peer) {
        return peer.address().map(Object::toString).orElse("somewhere");
    }
}
