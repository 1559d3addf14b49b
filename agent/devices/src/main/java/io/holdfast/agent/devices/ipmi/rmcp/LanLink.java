package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.BmcLink;
import io.holdfast.agent.devices.ipmi.message.LanMessage;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.message.Request;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A BMC over RMCP+. Opens a session when one is needed and keeps it; a session that has been idle
 * for long, or is not answered any more, is given up and opened anew.
 */
public final class LanLink implements BmcLink {

    /** A BMC ends an idle session after 60 s, give or take 3 (IPMI 2.0, 6.12.15). */
    static final Duration LONGEST_IDLE = Duration.ofSeconds(45);

    /** A BMC that does not offer suite 0 may well say nothing at all. */
    private static final Patience PATIENCE_FOR_ZERO =
            new Patience(2, Duration.ofMillis(500), Duration.ofSeconds(2));

    private final LanTarget target;
    private final Datagrams.Opener ways;
    private final Patience patience;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private @Nullable Line line;
    private List<CipherSuite> candidates = List.of();
    private long sentBefore;

    /** A socket, and what has been opened over it. */
    private static final class Line {

        final Datagrams way;
        final Courier courier;
        final SessionOpener opener;
        @Nullable LanSession session;
        long lastUse;

        Line(Datagrams way, Courier courier, SessionOpener opener) {
            this.way = way;
            this.courier = courier;
            this.opener = opener;
        }
    }

    /**
     * A link that has sent nothing yet.
     *
     * @param ways opens sockets
     * @param random makes session ids and keys: a secure one
     */
    public LanLink(
            LanTarget target,
            Datagrams.Opener ways,
            Patience patience,
            Ticker ticker,
            RandomGenerator random) {
        this.target = target;
        this.ways = ways;
        this.patience = patience;
        this.ticker = ticker;
        this.random = random;
    }

    @Override
    public String source() {
        return "ipmi " + target.host() + ":" + target.port();
    }

    @Override
    public long sent() {
        Line now = line;
        return sentBefore + (now == null ? 0 : now.courier.sent());
    }

    /** The suite of the open session. */
    public Optional<CipherSuite> suite() {
        Line now = line;
        return Optional.ofNullable(now == null ? null : now.session).map(LanSession::suite);
    }

    @Override
    public Answer exchange(Request request) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            Line now = line();
            LanSession kept = now.session;
            boolean stale = kept != null && ticker.nanos() - now.lastUse > LONGEST_IDLE.toNanos();
            if (kept != null && !stale) {
                Answer answer = ask(now, kept, request);
                // The BMC may have been restarted since; a question that may be repeated gets
                // one new session.
                if (!(answer instanceof Answer.None) || !request.repeatable()) {
                    return answer;
                }
            }
            now.session = null;
            return openAndAsk(now, request);
        } catch (IOException e) {
            return new Answer.None(Answer.Why.UNREACHABLE, target.host() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            abandon();
            throw e;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Whether this BMC lets anybody in without a password; asked outside of our session. */
    public boolean acceptsCipherZero() throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            Line now = line();
            Courier quick = new Courier(now.way, PATIENCE_FOR_ZERO, ticker, random);
            SessionOpener opener = new SessionOpener(target, quick, random);
            boolean accepted = new CipherZero(opener, quick).accepted();
            sentBefore += quick.sent();
            return accepted;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            abandon();
            throw e;
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void close() {
        oneAtATime.lock();
        try {
            Line now = line;
            if (now == null) {
                return;
            }
            LanSession session = now.session;
            if (session != null) {
                sayGoodbye(now, session);
            }
            sentBefore += now.courier.sent();
            now.way.close();
            line = null;
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * An interrupt closes the socket that a virtual thread waits at: the next look needs another.
     */
    private void abandon() {
        Line now = line;
        if (now != null) {
            sentBefore += now.courier.sent();
            now.way.close();
            line = null;
        }
    }

    private Line line() throws IOException {
        Line now = line;
        if (now == null) {
            Datagrams way = ways.open(target.host(), target.port());
            Courier courier = new Courier(way, patience, ticker, random);
            now = new Line(way, courier, new SessionOpener(target, courier, random));
            line = now;
        }
        return now;
    }

    private Answer openAndAsk(Line now, Request request) throws InterruptedException {
        return switch (open(now)) {
            case SessionOpener.Opening.Failed(Answer.None why) -> why;
            case SessionOpener.Opening.OtherSuite(String reason) ->
                    new Answer.None(Answer.Why.REFUSED, reason);
            case SessionOpener.Opening.Open(LanSession session) -> {
                now.session = session;
                Answer raised = raise(now, session);
                if (raised instanceof Answer.Reply(int code, Octets data)
                        && code == 0
                        && granted(data)) {
                    yield ask(now, session, request);
                }
                sayGoodbye(now, session);
                now.session = null;
                yield raised instanceof Answer.None none ? none : refusedPrivilege();
            }
        };
    }

    /** A BMC may give less than it was asked for, and say so. */
    private boolean granted(Octets data) {
        return !data.has(1) || (data.u8(0) & 0xf) >= target.privilege().number();
    }

    private Answer.None refusedPrivilege() {
        return new Answer.None(
                Answer.Why.REFUSED,
                "the BMC does not give user '%s' the privilege %s"
                        .formatted(target.user(), target.privilege().word()));
    }

    private SessionOpener.Opening open(Line now) throws InterruptedException {
        if (candidates.isEmpty()) {
            Sessionless sessionless = new Sessionless(now.courier);
            Outcome<Sessionless.Capabilities> offered =
                    sessionless.capabilities(target.privilege());
            if (offered
                    instanceof
                    Outcome.Missed<Sessionless.Capabilities>(
                            String name,
                            Answer.Why why,
                            String detail)) {
                return new SessionOpener.Opening.Failed(new Answer.None(why, detail));
            }
            if (offered.found().map(c -> !c.rmcpPlus()).orElse(false)) {
                return new SessionOpener.Opening.Failed(
                        new Answer.None(
                                Answer.Why.REFUSED, "the BMC does not speak IPMI 2.0 here"));
            }
            candidates = candidates(sessionless);
        }
        SessionOpener.Opening last =
                new SessionOpener.Opening.OtherSuite("the BMC offers neither suite 17 nor 3");
        List<String> reasons = new ArrayList<>();
        for (CipherSuite suite : candidates) {
            last = now.opener.open(suite);
            switch (last) {
                case SessionOpener.Opening.OtherSuite(String reason) -> reasons.add(reason);
                case SessionOpener.Opening.Open open -> {
                    candidates = List.of(suite);
                    return last;
                }
                case SessionOpener.Opening.Failed failed -> {
                    return last;
                }
            }
        }
        return reasons.isEmpty()
                ? last
                : new SessionOpener.Opening.OtherSuite(String.join("; ", reasons));
    }

    /** The better suite first where the BMC lists it; where it lists nothing, the common one. */
    private List<CipherSuite> candidates(Sessionless sessionless) throws InterruptedException {
        if (target.suite().isPresent()) {
            return List.of(target.suite().get());
        }
        boolean better =
                sessionless
                        .suites()
                        .map(all -> all.contains(CipherSuite.SUITE_17.number()))
                        .orElse(false);
        return better
                ? List.of(CipherSuite.SUITE_17, CipherSuite.SUITE_3)
                : List.of(CipherSuite.SUITE_3, CipherSuite.SUITE_17);
    }

    /** Set Session Privilege Level (IPMI 2.0, 22.18). */
    private Answer raise(Line now, LanSession session) throws InterruptedException {
        return ask(now, session, Request.of(NetFn.APP, 0x3b, target.privilege().number()));
    }

    private Answer ask(Line now, LanSession session, Request request) throws InterruptedException {
        int message = session.nextMessage();
        String what =
                "command "
                        + Octets.hex(request.command())
                        + " of function "
                        + Octets.hex(request.netFn());
        Delivery<LanMessage> delivery =
                now.courier.deliver(
                        what,
                        request.repeatable(),
                        () -> session.wrap(request, message),
                        bytes -> session.unwrap(bytes, request, message));
        now.lastUse = ticker.nanos();
        return switch (delivery) {
            case Delivery.Came<LanMessage>(LanMessage reply) -> reply.reply();
            case Delivery.Failed<LanMessage>(Answer.None why) -> {
                now.session = null;
                yield why;
            }
        };
    }

    /** Close Session (IPMI 2.0, 22.19), so that the BMC's few sessions are free for others. */
    private static void sayGoodbye(Line now, LanSession session) {
        Octets id = Octets.of(LittleEndian.int32(session.bmcId()));
        Request close = new Request(NetFn.APP, 0, 0x3c, id, false);
        try {
            now.courier.drop(session.wrap(close, session.nextMessage()));
        } catch (IOException e) {
            // The BMC ends a session by itself after a minute without a word.
        }
    }
}
