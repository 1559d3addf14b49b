package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.daemon.schedule.Answers;
import io.holdfast.agent.daemon.schedule.Pace;
import io.holdfast.agent.daemon.schedule.Poller;
import io.holdfast.agent.daemon.schedule.Timetable;
import io.holdfast.agent.daemon.uplink.DeviceDesk;
import io.holdfast.agent.daemon.uplink.Times;
import io.holdfast.config.agent.PollingSettings;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.state.Position;
import io.holdfast.core.survey.Survey;
import io.holdfast.wire.stream.DeviceDuty;
import io.holdfast.wire.stream.DeviceStatus;
import io.holdfast.wire.stream.FromAgent;
import io.holdfast.wire.stream.FromCollector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the devices that the collector has assigned, each by a probe of its own, and keeps what they
 * say until the collector has it.
 *
 * <p>Credentials live here and in the probes, in memory alone. For several threads: the uplink's,
 * the schedule's and those of the looks.
 */
public final class DeviceRounds implements DeviceDesk, Answers {

    /** So many answers go into one message. */
    private static final int STATUSES_AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(DeviceRounds.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final SortedMap<HostId, DeviceRound> rounds = new TreeMap<>();
    private final Map<String, HostId> deviceOf = new HashMap<>();
    private final DeviceOpening opening;
    private final ProofPace pace;
    private final Times times;
    private final RandomGenerator random;
    private final Runnable changed;
    private final Poller poller;
    private PollingSettings settings;
    private final PollLease lease = new PollLease();
    private List<DeviceDuty> assigned = List.of();

    /**
     * @param changed told when there is something to say
     */
    public DeviceRounds(
            Drivers drivers,
            PollingSettings settings,
            ProofPace pace,
            Times times,
            RandomGenerator random,
            ThreadFactory threads,
            Runnable changed) {
        opening = new DeviceOpening(drivers, times.ticker(), this::mayLook);
        this.settings = settings;
        this.pace = pace;
        this.times = times;
        this.random = random;
        this.changed = changed;
        poller = new Poller(new Timetable(random), times.clock(), times.ticker(), threads, this);
    }

    /** What starts looks; to be run by a thread of its own. */
    public Poller poller() {
        return poller;
    }

    /** Takes other settings into use. */
    public void reload(PollingSettings fresh) {
        locked(
                () -> {
                    settings = fresh;
                    assign(assigned);
                });
        changed.run();
    }

    @Override
    public void duties(FromCollector.Duties duties) {
        locked(
                () -> {
                    assign(duties.duties());
                    if (lease.told(times.ticker().nanos())) {
                        setPaces();
                    }
                });
        changed.run();
    }

    private void assign(List<DeviceDuty> duties) {
        assigned = duties;
        Map<HostId, DeviceDuty> wanted = new HashMap<>();
        duties.forEach(duty -> wanted.put(duty.device().device(), duty));
        for (HostId device : List.copyOf(rounds.keySet())) {
            if (!wanted.containsKey(device)) {
                drop(device);
            }
        }
        // Where there are too many, those that nobody else asks come first.
        List<DeviceDuty> byWeight =
                wanted.values().stream()
                        .sorted(
                                Comparator.comparing(DeviceDuty::role)
                                        .thenComparing(duty -> duty.device().device()))
                        .toList();
        int room = settings.limit();
        for (DeviceDuty duty : byWeight) {
            boolean taken = take(duty, room > 0);
            room -= taken ? 1 : 0;
        }
    }

    /** Whether the device is asked from here now. */
    private boolean take(DeviceDuty duty, boolean room) {
        Optional<Silence> refusal = opening.refusal(duty.device(), settings, room);
        Optional<DeviceRound> same =
                Optional.ofNullable(rounds.get(duty.device().device()))
                        .filter(known -> known.duty().device().equals(duty.device()))
                        .filter(known -> known.probe().isPresent() == refusal.isEmpty());
        if (same.isPresent()) {
            goOn(same.get(), duty);
            return same.get().probe().isPresent();
        }
        drop(duty.device().device());
        DeviceRound fresh =
                refusal.map(why -> new DeviceRound(duty, why)).orElseGet(() -> opening.open(duty));
        rounds.put(fresh.device(), fresh);
        fresh.probe()
                .ifPresent(
                        probe -> {
                            deviceOf.put(probe.name(), fresh.device());
                            enter(fresh, probe, false);
                        });
        return fresh.probe().isPresent();
    }

    private void goOn(DeviceRound known, DeviceDuty duty) {
        DeviceDuty before = known.duty();
        if (before.equals(duty)) {
            return;
        }
        known.duty(duty);
        if (before.role() == DeviceDuty.Role.POLL && duty.role() != before.role()) {
            // Another may poll from now on, and a device gets one poller at a time.
            known.probe().ifPresent(probe -> poller.abandon(probe.name()));
        }
        if (duty.round() > before.round() || before.role() != duty.role()) {
            boolean sooner = duty.round() > before.round();
            known.probe().ifPresent(probe -> enter(known, probe, sooner));
        }
    }

    /**
     * Puts the device into the timetable; it is never asked sooner than its interval allows.
     *
     * @param sooner whether it is not to wait for the pace of its role
     */
    private void enter(DeviceRound round, DeviceProbe probe, boolean sooner) {
        DeviceDuty duty = round.duty();
        Pace at = pace.of(actual(duty.role()), duty.device());
        Duration apart = sooner ? duty.device().every() : at.every();
        long now = times.ticker().nanos();
        Duration first =
                probe.startedNanos()
                        .map(began -> Duration.ofNanos(began - now).plus(apart))
                        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                        .orElseGet(() -> spread(duty.device().every()));
        probe.expectEvery(at.every());
        poller.enter(probe, at, first);
    }

    private Duration spread(Duration every) {
        Duration most = every.compareTo(pace.spread()) < 0 ? every : pace.spread();
        return Duration.ofNanos((long) (most.toNanos() * random.nextDouble()));
    }

    private void drop(HostId device) {
        DeviceRound gone = rounds.remove(device);
        if (gone != null) {
            gone.probe()
                    .ifPresent(
                            probe -> {
                                deviceOf.remove(probe.name());
                                poller.dismiss(probe.name());
                                probe.drop();
                            });
        }
    }

    @Override
    public void survey(Survey survey) {
        answered(
                survey.probe(),
                (round, probe) ->
                        round.looked(
                                new Survey(
                                        probe.driverName(),
                                        survey.at(),
                                        survey.complete(),
                                        survey.components(),
                                        survey.observations(),
                                        survey.groups(),
                                        survey.unseen()),
                                times.ticker().nanos()));
    }

    @Override
    public void missed(String probe, Instant at, Silence why) {
        answered(probe, (round, its) -> round.missed(why, times.ticker().nanos()));
    }

    @FunctionalInterface
    private interface Answer {
        void to(DeviceRound round, DeviceProbe probe);
    }

    private void answered(String name, Answer answer) {
        locked(
                () ->
                        Optional.ofNullable(deviceOf.get(name))
                                .flatMap(device -> Optional.ofNullable(rounds.get(device)))
                                .ifPresent(
                                        round ->
                                                round.probe().ifPresent(p -> answer.to(round, p))));
        changed.run();
    }

    @Override
    public void streamOpening() {
        locked(
                () -> {
                    if (lease.streamOpening()) {
                        stop();
                    }
                });
    }

    @Override
    public void streamOpened(Duration pollLease, long sentNanos) {
        locked(
                () -> {
                    lease.streamOpened(pollLease, sentNanos);
                    rounds.values().forEach(DeviceRound::sayAgain);
                });
    }

    @Override
    public void heard(long sentNanos) {
        locked(
                () -> {
                    if (lease.heard(sentNanos, times.ticker().nanos())) {
                        setPaces();
                    }
                });
    }

    @Override
    public Optional<Long> leaseEnds() {
        lock.lock();
        try {
            return lease.ends();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void tick() {
        locked(
                () -> {
                    if (lease.isOver(times.ticker().nanos())) {
                        stop();
                    }
                });
    }

    /** Ends the looks of a poller, and goes on as gently as one that only proves its reach. */
    private void stop() {
        if (!polled().isEmpty()) {
            LOG.warn(
                    "not polled from here until the collector is heard, for others may: {}",
                    polled().stream().map(round -> round.device().toString()).toList());
        }
        polled().forEach(round -> round.probe().ifPresent(p -> poller.abandon(p.name())));
        setPaces();
    }

    private void setPaces() {
        polled().forEach(round -> round.probe().ifPresent(probe -> enter(round, probe, false)));
    }

    private List<DeviceRound> polled() {
        return rounds.values().stream()
                .filter(round -> round.duty().role() == DeviceDuty.Role.POLL)
                .toList();
    }

    private DeviceDuty.Role actual(DeviceDuty.Role told) {
        return told == DeviceDuty.Role.POLL && !lease.isHeld() ? DeviceDuty.Role.TRY : told;
    }

    /** Between the end of the lease and the new pace, nothing may be asked as a poller does. */
    private boolean mayLook(String name) {
        lock.lock();
        try {
            boolean polls =
                    Optional.ofNullable(deviceOf.get(name))
                            .flatMap(device -> Optional.ofNullable(rounds.get(device)))
                            .filter(round -> round.duty().role() == DeviceDuty.Role.POLL)
                            .isPresent();
            return !polls || !lease.hasRunOut(times.ticker().nanos());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void acknowledged(HostId device, Position position) {
        locked(
                () ->
                        Optional.ofNullable(rounds.get(device))
                                .flatMap(DeviceRound::changes)
                                .filter(c -> c.epoch() == position.incarnation())
                                .ifPresent(c -> c.acknowledged(position.sequence())));
    }

    @Override
    public Optional<FromAgent> next() {
        lock.lock();
        try {
            for (DeviceRound round : rounds.values()) {
                Optional<FromAgent> changes = round.nextChanges();
                if (changes.isPresent()) {
                    return changes;
                }
            }
            List<DeviceStatus> news = new ArrayList<>();
            for (DeviceRound round : rounds.values()) {
                if (news.size() < STATUSES_AT_ONCE) {
                    round.takeStatus(times.ticker().nanos()).ifPresent(news::add);
                }
            }
            return news.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FromAgent.DeviceStatuses(news));
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable task) {
        lock.lock();
        try {
            task.run();
        } finally {
            lock.unlock();
        }
    }
}
