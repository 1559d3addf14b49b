package io.holdfast.agent.daemon.identity;

import io.holdfast.wire.enrol.EnrolAnswer;
import io.holdfast.wire.enrol.Enrolled;
import io.holdfast.wire.enrol.EnrolmentToken;
import io.holdfast.wire.enrol.IdentityStore;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the agent has a certificate: enrols it once, and renews after two thirds of each
 * certificate's life.
 *
 * <p>A certificate that has run out is still renewed for {@link Enrolled#GRACE}; after that a token
 * is needed again. For one thread.
 */
public final class IdentityKeeper {

    /** While all is well, look this often whether a renewal is due. */
    static final Duration CHECK = Duration.ofMinutes(15);

    static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    static final Duration REFUSED_WAIT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(IdentityKeeper.class);

    private final IdentityStore store;
    private final Desk desk;
    private final Supplier<TokenSource.Found> token;
    private final InstantSource clock;
    private final Consumer<Enrolled> identified;
    private Optional<Enrolled> current = Optional.empty();
    private Duration wait = SHORTEST_WAIT;
    private String saidLast = "";

    /**
     * @param token reads the token of a first enrolment, or says why there is none
     * @param identified told of every identity that is taken into use
     */
    public IdentityKeeper(
            IdentityStore store,
            Desk desk,
            Supplier<TokenSource.Found> token,
            InstantSource clock,
            Consumer<Enrolled> identified) {
        this.store = store;
        this.desk = desk;
        this.token = token;
        this.clock = clock;
        this.identified = identified;
    }

    /**
     * Does what is due.
     *
     * @return how long nothing is
     * @throws IOException if the identity on disk cannot be read or replaced
     */
    public Duration step() throws IOException {
        if (current.isEmpty()) {
            Optional<Enrolled> stored = store.read();
            stored.ifPresent(this::use);
        }
        if (current.isEmpty()) {
            return enrol();
        }
        Enrolled enrolled = current.get();
        Instant now = clock.instant();
        if (now.isBefore(enrolled.renewAfter())) {
            return CHECK;
        }
        boolean tooLate = now.isAfter(enrolled.runsOut().plus(Enrolled.GRACE));
        return tooLate ? enrol() : renew(enrolled);
    }

    private Duration enrol() throws IOException {
        return switch (token.get()) {
            case TokenSource.Found.Token(EnrolmentToken right) -> {
                KeyPair key = store.nextKey();
                yield answered(desk.enrol(right, key), key);
            }
            case TokenSource.Found.Nothing(String why) -> {
                say("this agent is not enrolled: " + why);
                yield longer();
            }
            case TokenSource.Found.NotYet(String why) -> {
                // Whoever brings a token may have started us first.
                if (wait.equals(SHORTEST_WAIT)) {
                    LOG.info("waiting for a token to enrol with: {}", why);
                } else if (wait.equals(LONGEST_WAIT)) {
                    say("this agent is not enrolled: " + why);
                }
                yield longer();
            }
        };
    }

    private Duration renew(Enrolled enrolled) throws IOException {
        KeyPair next = store.nextKey();
        return answered(desk.renew(enrolled, next), next);
    }

    private Duration answered(EnrolAnswer answer, KeyPair key) throws IOException {
        return switch (answer) {
            case EnrolAnswer.Issued issued -> {
                use(store.accept(key, issued));
                wait = SHORTEST_WAIT;
                saidLast = "";
                yield CHECK;
            }
            case EnrolAnswer.Refused(String why) -> {
                say("no certificate: " + why);
                yield REFUSED_WAIT;
            }
            case EnrolAnswer.Unreachable(String why) -> {
                say("no certificate yet: " + why);
                yield longer();
            }
        };
    }

    private void use(Enrolled enrolled) {
        current = Optional.of(enrolled);
        LOG.info(
                "we are {} until {}",
                enrolled.identity().certificate().getSubjectX500Principal(),
                enrolled.runsOut());
        identified.accept(enrolled);
    }

    private Duration longer() {
        Duration now = wait;
        Duration twice = wait.multipliedBy(2);
        wait = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
        return now;
    }

    /** What keeps us from a certificate, where somebody has to do something; else empty. */
    String warning() {
        return saidLast;
    }

    private void say(String what) {
        if (what.equals(saidLast)) {
            LOG.debug("{}", what);
        } else {
            LOG.warn("{}", what);
            saidLast = what;
        }
    }
}
