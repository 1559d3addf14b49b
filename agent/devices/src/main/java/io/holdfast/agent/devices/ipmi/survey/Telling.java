package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.look.Seen;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.sdr.Scale;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord.Sensor;
import io.holdfast.agent.devices.ipmi.sensor.Meaning;
import io.holdfast.agent.devices.ipmi.sensor.SensorType;
import io.holdfast.agent.devices.ipmi.sensor.State;
import io.holdfast.agent.devices.ipmi.sensor.Thresholds;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what a sensor's present state means for the component that it tells of.
 *
 * @param source the way to the BMC
 * @param off whether the server is switched off: then fans that stand and voltages that are gone
 *     are no fault
 */
record Telling(String source, boolean off) {

    private static final int LOWER = 0b000111;

    /** Adds a sensor's finding and its number to its component. */
    void tell(SensorLook look, Part part) {
        if (!(look.seen() instanceof Seen.Present(var reading, var value))) {
            return;
        }
        Health health =
                look.sensor().thresholds()
                        ? passed(look.sensor(), reading.bits() & 0x3f)
                        : worst(look);
        part.finding(limited(health, look, part.kind()), evidence(look));
        reading(look, part).ifPresent(part::reading);
    }

    /** What a sensor said, for a person to look for himself. */
    Evidence evidence(SensorLook look) {
        Sensor sensor = look.sensor();
        String label =
                sensor.name() + " (" + SensorType.words(sensor.type()) + "): " + look.words();
        return new Evidence(source, sensor.key().evidence(sensor.entity()), said(look), label);
    }

    private static String said(SensorLook look) {
        if (!(look.seen() instanceof Seen.Present(var reading, var value))) {
            return look.words();
        }
        if (value.isPresent()) {
            String unit = look.sensor().scale().map(scale -> scale.unit().symbol()).orElse("");
            return (plain(value.getAsDouble()) + " " + unit).strip();
        }
        return "0x" + Octets.hex(reading.bits() >> 8) + Octets.hex(reading.bits());
    }

    private Health passed(Sensor sensor, int bits) {
        boolean lower = (bits & LOWER) != 0;
        boolean stopsWhenOff =
                sensor.type() == SensorType.FAN
                        || sensor.type() == SensorType.VOLTAGE
                        || sensor.type() == SensorType.CURRENT;
        return off && lower && stopsWhenOff ? Health.OK : Thresholds.judge(bits);
    }

    private static Health worst(SensorLook look) {
        return look.states().stream()
                .map(State::meaning)
                .map(Meaning::health)
                .reduce(Health.OK, Health::worse);
    }

    /**
     * What a sensor of another thing can say of a component: the server still runs whatever its
     * board says, and a supply has failed only where it says so itself or is not fed.
     */
    private static Health limited(Health health, SensorLook look, Kind kind) {
        if (health != Health.FAILED) {
            return health;
        }
        boolean decides =
                switch (kind) {
                    case HOST, BMC -> false;
                    case PSU ->
                            look.sensor().type() == SensorType.POWER_SUPPLY
                                    || look.sensor().type() == SensorType.VOLTAGE;
                    case FAN -> look.sensor().type() == SensorType.FAN;
                    case TEMPERATURE,
                            NIC,
                            BOND,
                            DISK,
                            ARRAY,
                            CONTROLLER,
                            DIMM,
                            CPU,
                            SLOT,
                            OPTIC,
                            BATTERY,
                            SWITCH,
                            PORT,
                            LAG,
                            PDU,
                            OUTLET,
                            BREAKER,
                            FEED,
                            UPS,
                            ATS,
                            SERVICE,
                            VIP,
                            EXTERNAL ->
                            true;
                };
        return decides ? health : Health.DEGRADED;
    }

    private static Optional<Reading> reading(SensorLook look, Part part) {
        Sensor sensor = look.sensor();
        if (!(look.seen() instanceof Seen.Present(var raw, var value))
                || value.isEmpty()
                || sensor.scale().isEmpty()) {
            return Optional.empty();
        }
        Scale scale = sensor.scale().get();
        Optional<Unit> unit = scale.unit().unit();
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        double number = rounded(scale.unit().ours(value.getAsDouble()));
        Limits limits = sensor.thresholds() ? look.thresholds().limits(scale) : Limits.NONE;
        return Optional.of(new Reading(name(sensor, part), number, unit.get(), limits));
    }

    private static String name(Sensor sensor, Part part) {
        String word =
                switch (part.kind()) {
                    case TEMPERATURE ->
                            sensor.type() == SensorType.TEMPERATURE ? "temperature" : "";
                    case FAN -> sensor.type() == SensorType.FAN ? "speed" : "";
                    case HOST,
                            PSU,
                            NIC,
                            BOND,
                            DISK,
                            ARRAY,
                            CONTROLLER,
                            DIMM,
                            CPU,
                            SLOT,
                            OPTIC,
                            BATTERY,
                            BMC,
                            SWITCH,
                            PORT,
                            LAG,
                            PDU,
                            OUTLET,
                            BREAKER,
                            FEED,
                            UPS,
                            ATS,
                            SERVICE,
                            VIP,
                            EXTERNAL ->
                            "";
                };
        String own = sensor.name().toLowerCase(Locale.ROOT);
        String first = word.isEmpty() ? own : word;
        if (first.isEmpty() || part.hasReading(first)) {
            return (own + " " + sensor.key().evidence(sensor.entity())).strip();
        }
        return first;
    }

    /** Enough digits for every sensor, without the tail that powers of ten leave. */
    private static double rounded(double value) {
        return Math.abs(value) < 1e12
                ? new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue()
                : value;
    }

    static String plain(double value) {
        return new BigDecimal(rounded(value))
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
