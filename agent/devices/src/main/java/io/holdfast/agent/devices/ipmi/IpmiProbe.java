package io.holdfast.agent.devices.ipmi;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.ipmi.guard.BmcGuard;
import io.holdfast.agent.devices.ipmi.look.CipherZeroCheck;
import io.holdfast.agent.devices.ipmi.look.LookReader;
import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.BmcLink;
import io.holdfast.agent.devices.ipmi.sel.SelReader;
import io.holdfast.agent.devices.ipmi.survey.Memory;
import io.holdfast.agent.devices.ipmi.survey.ServerSurvey;
import io.holdfast.agent.devices.ipmi.survey.Silences;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one server through its BMC.
 *
 * <p>Whoever asks too early, or while another looks, is given what the last look saw.
 */
public final class IpmiProbe implements Probe, AutoCloseable {

    /** The name of this probe. */
    public static final String NAME = "ipmi.bmc";

    /** Whether a BMC lets anybody in changes with its settings, not by the minute. */
    private static final Duration CIPHER_ZERO_EVERY = Duration.ofHours(24);

    private final HostId host;
    private final BmcLink link;
    private final CipherZeroCheck cipherZero;
    private final LookReader reader;
    private final BmcGuard guard;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Consumer<SelReader.News> log;
    private final Memory memory = new Memory();
    private volatile @Nullable Survey last;
    private volatile @Nullable Silence failed;
    private boolean checked;
    private boolean accepted;
    private long checkedAt;

    /**
     * A probe of one BMC.
     *
     * @param host what the server is called
     * @param log is told what is new in the event log
     */
    public IpmiProbe(
            HostId host,
            BmcLink link,
            CipherZeroCheck cipherZero,
            LookReader reader,
            BmcGuard guard,
            InstantSource clock,
            Ticker ticker,
            Consumer<SelReader.News> log) {
        this.host = host;
        this.link = link;
        this.cipherZero = cipherZero;
        this.reader = reader;
        this.guard = guard;
        this.clock = clock;
        this.ticker = ticker;
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Survey look() throws InterruptedException {
        return switch (guard.enter()) {
            case BmcGuard.Entry.Busy() -> again("another look at this BMC is under way");
            case BmcGuard.Entry.Early(Duration left, int failures) ->
                    failures == 0
                            ? again("it was looked at less than its interval ago")
                            : blind(resting(left, failures));
            case BmcGuard.Entry.Granted() -> granted();
        };
    }

    /** Ends the session; the next look opens a new one. */
    @Override
    public void close() {
        link.close();
    }

    private Survey granted() throws InterruptedException {
        BmcGuard.Result result = BmcGuard.Result.SILENT;
        try {
            return switch (reader.look(this::cipherZero)) {
                case LookReader.Result.Failed(Answer.None why) -> {
                    if (why.why() == Answer.Why.REFUSED) {
                        result = BmcGuard.Result.REFUSED;
                    }
                    Silence silence = Silences.of(why);
                    failed = silence;
                    yield blind(silence);
                }
                case LookReader.Result.Looked(var look, SelReader.News news) -> {
                    if (look.broken().isEmpty()) {
                        result = BmcGuard.Result.ANSWERED;
                    }
                    failed = look.broken().map(Silences::of).orElse(null);
                    log.accept(news);
                    Survey survey = ServerSurvey.of(NAME, host, look, memory);
                    last = survey;
                    yield survey;
                }
            };
        } finally {
            guard.leave(result);
        }
    }

    /** It is left alone for a while; why its last look failed is what matters. */
    private Silence resting(Duration left, int failures) {
        Silence why = failed;
        String reason = why == null ? "" : why.detail() + "; ";
        String wait =
                "not asked: %s in a row failed, next try in %s s"
                        .formatted(
                                failures == 1 ? "1 look" : failures + " looks",
                                left.toSeconds() + 1);
        return new Silence(Silence.Cause.NOT_ASKED, reason + wait, why == null ? "" : why.remedy());
    }

    private boolean cipherZero() throws InterruptedException {
        boolean due = !checked || ticker.nanos() - checkedAt > CIPHER_ZERO_EVERY.toNanos();
        if (due) {
            accepted = cipherZero.accepted();
            checked = true;
            checkedAt = ticker.nanos();
        }
        return accepted;
    }

    private Survey again(String why) {
        Survey before = last;
        return before != null ? before : blind(Silence.of(Silence.Cause.NOT_ASKED, why));
    }

    private Survey blind(Silence silence) {
        return Survey.blind(NAME, clock.instant(), new Unseen("BMC at " + link.source(), silence));
    }
}
