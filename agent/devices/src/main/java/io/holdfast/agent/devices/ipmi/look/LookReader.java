package io.holdfast.agent.devices.ipmi.look;

import io.holdfast.agent.devices.ipmi.chassis.ChassisStatus;
import io.holdfast.agent.devices.ipmi.chassis.DcmiPower;
import io.holdfast.agent.devices.ipmi.chassis.DeviceId;
import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.CompletionCode;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.sdr.Factors;
import io.holdfast.agent.devices.ipmi.sdr.RepositoryInfo;
import io.holdfast.agent.devices.ipmi.sdr.Scale;
import io.holdfast.agent.devices.ipmi.sdr.SdrCache;
import io.holdfast.agent.devices.ipmi.sdr.SdrReader;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord.Sensor;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;
import io.holdfast.agent.devices.ipmi.sel.SelEntry;
import io.holdfast.agent.devices.ipmi.sel.SelReader;
import io.holdfast.agent.devices.ipmi.sensor.ReadingFactors;
import io.holdfast.agent.devices.ipmi.sensor.SensorReading;
import io.holdfast.agent.devices.ipmi.sensor.Thresholds;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks one BMC all that a look needs, one question after another. Keeps between looks what does not
 * change: a warm look asks for the repository's state, each sensor, the chassis and the log.
 */
public final class LookReader {

    static final int BMC_ADDRESS = 0x20;

    /** Entries of the event log that are shown beside the log's fill. */
    static final int MOST_RECENT = 8;

    private final Bmc bmc;
    private final SdrCache cache;
    private final InstantSource clock;
    private final SelReader log;
    private final ArrayDeque<SelEntry> recent = new ArrayDeque<>();
    private final Set<SensorKey> neverThere = new HashSet<>();
    private @Nullable Inventory inventory;
    private boolean dcmi = true;

    public LookReader(Bmc bmc, SdrCache cache, InstantSource clock) {
        this.bmc = bmc;
        this.cache = cache;
        this.clock = clock;
        log = new SelReader(bmc);
    }

    /** What came of a look. */
    public sealed interface Result {

        record Looked(BmcLook look, SelReader.News news) implements Result {}

        record Failed(Answer.None why) implements Result {}
    }

    /** Whether a sensor can be asked by us at all. */
    static boolean askable(Sensor sensor) {
        return sensor.readable() && sensor.key().owner() == BMC_ADDRESS;
    }

    /** Looks once. */
    public Result look(CipherZeroCheck cipherZero) throws InterruptedException {
        Outcome<Inventory> outcome = inventory();
        if (!(outcome instanceof Outcome.Got<Inventory>(Inventory has))) {
            return new Result.Failed(none(outcome));
        }
        List<SensorLook> sensors = new ArrayList<>();
        Optional<Answer.None> broken = Optional.empty();
        for (Sensor sensor : has.sensors()) {
            Seen seen =
                    broken.isPresent()
                            ? new Seen.Lost(broken.get().why(), broken.get().detail())
                            : see(sensor);
            if (broken.isEmpty() && seen instanceof Seen.Lost(Answer.Why why, String detail)) {
                // Garbage for one sensor is that sensor's; silence is the BMC's.
                broken =
                        why == Answer.Why.NOT_UNDERSTOOD && !detail.startsWith("no answer")
                                ? Optional.empty()
                                : Optional.of(new Answer.None(why, detail));
            }
            Thresholds limits = has.thresholds().getOrDefault(sensor.key(), Thresholds.NONE);
            sensors.add(new SensorLook(sensor, limits, seen));
        }
        return finish(has, sensors, broken, cipherZero);
    }

    private Result finish(
            Inventory has,
            List<SensorLook> sensors,
            Optional<Answer.None> broken,
            CipherZeroCheck cipherZero)
            throws InterruptedException {
        boolean whole = broken.isEmpty();
        Optional<ChassisStatus> chassis =
                whole ? bmc.ask(ChassisStatus.COMMAND).found() : Optional.empty();
        Optional<DcmiPower> power = whole ? power() : Optional.empty();
        SelReader.News news =
                whole ? log.read() : new SelReader.News(Optional.empty(), List.of(), 0, false);
        BmcLook look =
                new BmcLook(
                        clock.instant(),
                        bmc.link().source(),
                        has.id(),
                        chassis,
                        sensors,
                        has.locators(),
                        has.units(),
                        has.system(),
                        power,
                        news.info(),
                        remembered(news),
                        whole && cipherZero.accepted(),
                        has.unreadable(),
                        broken);
        return new Result.Looked(look, news);
    }

    private List<SelEntry> remembered(SelReader.News news) {
        recent.addAll(news.entries());
        while (recent.size() > MOST_RECENT) {
            recent.removeFirst();
        }
        return List.copyOf(recent);
    }

    private Outcome<Inventory> inventory() throws InterruptedException {
        Inventory kept = inventory;
        DeviceId id;
        if (kept == null) {
            Outcome<DeviceId> asked = bmc.ask(DeviceId.COMMAND);
            if (!(asked instanceof Outcome.Got<DeviceId>(DeviceId told))) {
                return missed(asked);
            }
            id = told;
        } else {
            id = kept.id();
        }
        Outcome<RepositoryInfo> info = SdrReader.info(bmc, id.repository());
        if (!(info instanceof Outcome.Got<RepositoryInfo>(RepositoryInfo state))) {
            return missed(info);
        }
        if (kept != null && kept.info().equals(state)) {
            return new Outcome.Got<>(kept);
        }
        Outcome<Inventory> read = new InventoryReader(bmc, cache).read(id, state);
        read.found()
                .ifPresent(
                        found -> {
                            inventory = found;
                            neverThere.clear();
                        });
        return read;
    }

    private Seen see(Sensor sensor) throws InterruptedException {
        if (!askable(sensor) || neverThere.contains(sensor.key())) {
            return askable(sensor) ? new Seen.NotThere() : new Seen.NotAsked();
        }
        Outcome<SensorReading> outcome = bmc.ask(SensorReading.command(sensor.key()));
        return switch (outcome) {
            case Outcome.Got<SensorReading>(SensorReading reading) ->
                    reading.valid()
                            ? new Seen.Present(reading, value(sensor, reading))
                            : new Seen.NotAvailable();
            case Outcome.Refused<SensorReading>(String name, int code) -> {
                // One of several that share a record, and not built in: until the records change.
                boolean notBuiltIn = shared(sensor) && code != CompletionCode.NO_PRIVILEGE;
                if (notBuiltIn) {
                    neverThere.add(sensor.key());
                }
                yield notBuiltIn || code == CompletionCode.NOT_PRESENT
                        ? new Seen.NotThere()
                        : new Seen.Refused(code);
            }
            case Outcome.Missed<SensorReading>(String name, Answer.Why why, String detail) ->
                    new Seen.Lost(why, detail);
        };
    }

    private boolean shared(Sensor sensor) {
        Inventory has = inventory;
        return has != null && has.sensors().stream().filter(s -> s.id() == sensor.id()).count() > 1;
    }

    private OptionalDouble value(Sensor sensor, SensorReading reading) throws InterruptedException {
        if (sensor.scale().isEmpty()) {
            return OptionalDouble.empty();
        }
        Scale scale = sensor.scale().get();
        if (!scale.needsFactors()) {
            return scale.convert(reading.raw());
        }
        Outcome<Factors> there = bmc.ask(ReadingFactors.command(sensor.key(), reading.raw()));
        return scale.convert(reading.raw(), there.found().orElse(scale.factors()));
    }

    private Optional<DcmiPower> power() throws InterruptedException {
        if (!dcmi) {
            return Optional.empty();
        }
        Outcome<DcmiPower> outcome = bmc.ask(DcmiPower.COMMAND);
        if (!(outcome instanceof Outcome.Got<DcmiPower>)) {
            // Most that do not know it never will; a BMC that is updated is looked at anew.
            dcmi = false;
        }
        return outcome.found();
    }

    private static <T> Answer.None none(Outcome<T> outcome) {
        return outcome instanceof Outcome.Missed<T>(String name, Answer.Why why, String detail)
                ? new Answer.None(why, detail)
                : new Answer.None(
                        outcome instanceof Outcome.Refused<T>(String name, int code)
                                        && code == CompletionCode.NO_PRIVILEGE
                                ? Answer.Why.REFUSED
                                : Answer.Why.NOT_UNDERSTOOD,
                        outcome.reason());
    }

    private static <T> Outcome<Inventory> missed(Outcome<T> outcome) {
        Answer.None none = none(outcome);
        return new Outcome.Missed<>("", none.why(), none.detail());
    }
}
