package io.holdfast.agent.devices.redfish;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks at a machine through its BMC's Redfish service.
 *
 * <p>Whoever asks again before the least time between two looks has passed gets the last survey,
 * with the moment that it was made.
 */
public final class RedfishProbe implements Probe {

    /** The name of the probe that sees everything. */
    public static final String NAME = "redfish";

    /** The name of the probe that sees what redundancy hangs on. */
    public static final String VITALS = "redfish.vitals";

    /** The name of the probe that sees what seldom changes. */
    public static final String INVENTORY = "redfish.inventory";

    private static final Duration VITALS_INTERVAL = Duration.ofSeconds(60);
    private static final Duration INVENTORY_INTERVAL = Duration.ofMinutes(15);

    /** The least time between two looks that events ask for. */
    private static final Duration LEAST_GLANCE = Duration.ofSeconds(5);

    /** What a probe's schedule allows over what the BMC's own budget is. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Bmc bmc;
    private final Scope scope;
    private final Ticker ticker;
    private final Duration leastBetween;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Survey> last = Optional.empty();
    private long lastNanos;

    /**
     * A probe of a BMC.
     *
     * @param leastBetween the least time between two looks, however many ask
     */
    public RedfishProbe(Bmc bmc, Scope scope, Ticker ticker, Duration leastBetween) {
        this.bmc = bmc;
        this.scope = scope;
        this.ticker = ticker;
        this.leastBetween = leastBetween;
    }

    /**
     * The probes of one BMC as an agent polls them: often what redundancy hangs on, seldom the
     * rest.
     *
     * @param budget how long one look of the BMC may take
     */
    public static List<ScheduledProbe> polled(Bmc bmc, Ticker ticker, Duration budget) {
        Duration deadline = budget.plus(MARGIN);
        Probe vitals = new RedfishProbe(bmc, Scope.VITALS, ticker, VITALS_INTERVAL.dividedBy(2));
        Probe inventory =
                new RedfishProbe(bmc, Scope.INVENTORY, ticker, INVENTORY_INTERVAL.dividedBy(2));
        return List.of(
                new ScheduledProbe(vitals, VITALS_INTERVAL, deadline),
                new ScheduledProbe(inventory, INVENTORY_INTERVAL, deadline));
    }

    @Override
    public String name() {
        return switch (scope) {
            case EVERYTHING -> NAME;
            case VITALS -> VITALS;
            case INVENTORY -> INVENTORY;
        };
    }

    @Override
    public Survey look() throws InterruptedException {
        return look(leastBetween);
    }

    /** Looks sooner than it would by itself, because an event came; storms of them do not count. */
    @Override
    public Survey glance() throws InterruptedException {
        return look(leastBetween.compareTo(LEAST_GLANCE) < 0 ? leastBetween : LEAST_GLANCE);
    }

    private Survey look(Duration apart) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            return lastOrNew(apart);
        } finally {
            turn.unlock();
        }
    }

    private Survey lastOrNew(Duration apart) throws InterruptedException {
        Duration since = Duration.ofNanos(ticker.nanos() - lastNanos);
        if (last.isPresent() && since.compareTo(apart) < 0) {
            return last.get();
        }
        Survey survey = bmc.look(name(), scope);
        lastNanos = ticker.nanos();
        last = Optional.of(survey);
        return survey;
    }
}
