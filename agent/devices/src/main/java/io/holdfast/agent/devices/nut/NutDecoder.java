package io.holdfast.agent.devices.nut;

import io.holdfast.agent.devices.ups.Condition;
import io.holdfast.agent.devices.ups.Part;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Unit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Reads NUT's variables of one device (NUT: docs/nut-names.txt). */
final class NutDecoder {

    private static final double FULL_LOAD_PERCENT = 100;

    /** UPSs switch to bypass or off well before. */
    private static final double MOST_LOAD_PERCENT = 200;

    private static final List<String> PHASES = List.of("L1", "L2", "L3");

    private final NutVariables variables;
    private final UpsFacts facts;

    private NutDecoder(NutVariables variables, String source) {
        this.variables = variables;
        this.facts = new UpsFacts(source);
    }

    /**
     * What the variables say; whatever they are, this is an answer.
     *
     * @param source what evidence names, such as {@code upsd 127.0.0.1:3493 eaton}
     */
    static UpsFacts decode(NutVariables variables, String source) {
        NutDecoder decoder = new NutDecoder(variables, source);
        decoder.identity();
        decoder.state();
        decoder.output();
        decoder.battery();
        decoder.inputs();
        new NutOutlets(variables, decoder.facts).tell();
        return decoder.facts;
    }

    private void identity() {
        attribute("vendor", "device.mfr", "ups.mfr");
        attribute("model", "device.model", "ups.model");
        attribute("serial", "device.serial", "ups.serial");
        attribute("firmware", "ups.firmware", "ups.firmware.aux");
        attribute("driver", "driver.name", "driver.name");
    }

    private void attribute(String name, String first, String second) {
        String text = variables.text(first);
        facts.attribute(Part.UPS, name, text.isEmpty() ? variables.text(second) : text);
    }

    private void state() {
        String status = variables.text(NutStatus.KEY);
        switch (variables.text("device.type")) {
            case "pdu" -> facts.device(Kind.PDU);
            case "ats" -> facts.device(Kind.ATS);
            default -> {}
        }
        boolean mute = !facts.knows(Part.BATTERY) && status.isEmpty() && !isUps();
        if (mute) {
            facts.claim(
                    Part.UPS,
                    Health.OK,
                    "device.type",
                    variables.text("device.type"),
                    "it answers");
            return;
        }
        String alarm = NutAlarm.text(variables);
        boolean told = NutStatus.tell(facts, status, alarm);
        if (told && isUps()) {
            facts.claim(
                    Part.BATTERY, Health.OK, NutStatus.KEY, status, "nothing is said against it");
            NutAlarm.battery(facts, alarm);
        }
    }

    private boolean isUps() {
        String type = variables.text("device.type");
        return !type.equals("pdu") && !type.equals("ats");
    }

    private void output() {
        reading(Part.UPS, "output", "output.voltage", Unit.VOLT);
        reading(Part.UPS, "output_frequency", "output.frequency", Unit.HERTZ);
        reading(Part.UPS, "output_current", "output.current", Unit.AMPERE);
        reading(
                Part.UPS,
                "output_power",
                variables.number("ups.realpower").isPresent()
                        ? "ups.realpower"
                        : "output.realpower",
                Unit.WATT);
        OptionalDouble load = load();
        OptionalDouble high = variables.limit("ups.load.high");
        facts.reading(
                Part.UPS,
                "load",
                load,
                Unit.PERCENT,
                Limits.high(
                        high.isPresent() ? high : OptionalDouble.of(FULL_LOAD_PERCENT),
                        OptionalDouble.empty()));
        if (load.orElse(0) > FULL_LOAD_PERCENT) {
            Condition.OVERLOAD.claim(facts, "ups.load", variables.text("ups.load"));
        }
        facts.reading(
                Part.UPS,
                "temperature",
                variables.number("ups.temperature"),
                Unit.CELSIUS,
                Limits.high(variables.limit("ups.temperature.high"), OptionalDouble.empty()));
        reading(Part.UPS, "ambient", "ambient.temperature", Unit.CELSIUS);
        for (String phase : PHASES) {
            String low = phase.toLowerCase(Locale.ROOT);
            reading(Part.UPS, "output_" + low, "output." + phase + "-N.voltage", Unit.VOLT);
            reading(Part.UPS, "load_" + low, "output." + phase + ".power.percent", Unit.PERCENT);
        }
    }

    /** Drivers that misread their device give loads that would have melted it. */
    private OptionalDouble load() {
        OptionalDouble load = variables.number("ups.load");
        return load.orElse(0) > MOST_LOAD_PERCENT ? OptionalDouble.empty() : load;
    }

    private void battery() {
        if (!isUps() && !variables.any("battery.")) {
            return;
        }
        facts.reading(
                Part.BATTERY,
                "charge",
                variables.number("battery.charge"),
                Unit.PERCENT,
                low(
                        variables.limit("battery.charge.low"),
                        variables.limit("battery.charge.warning")));
        facts.reading(
                Part.BATTERY,
                "runtime",
                variables.number("battery.runtime"),
                Unit.SECONDS,
                low(variables.limit("battery.runtime.low"), OptionalDouble.empty()));
        facts.reading(
                Part.BATTERY,
                "voltage",
                variables.number("battery.voltage"),
                Unit.VOLT,
                low(variables.limit("battery.voltage.low"), OptionalDouble.empty()));
        reading(Part.BATTERY, "temperature", "battery.temperature", Unit.CELSIUS);
        reading(Part.BATTERY, "current", "battery.current", Unit.AMPERE);
        facts.attribute(Part.BATTERY, "type", variables.text("battery.type"));
        facts.attribute(Part.BATTERY, "date", variables.text("battery.date"));
        if (variables.number("battery.packs.bad").orElse(0) > 0) {
            facts.claim(
                    Part.BATTERY,
                    Health.DEGRADED,
                    "battery.packs.bad",
                    variables.text("battery.packs.bad"),
                    "battery packs are bad");
        }
        String test = variables.text("ups.test.result");
        String said = test.toLowerCase(Locale.ROOT);
        if (said.contains("fail") || said.contains("error")) {
            facts.claim(
                    Part.BATTERY,
                    Health.DEGRADED,
                    "ups.test.result",
                    test,
                    "the last battery test failed");
        }
    }

    private void inputs() {
        input(Part.INPUT, "input");
        input(Part.INPUT_1, "input.1");
        input(Part.INPUT_2, "input.2");
        input(Part.BYPASS, "input.bypass");
    }

    private void input(Part part, String prefix) {
        if (!variables.any(prefix + ".") || (part == Part.INPUT && !plainInput())) {
            return;
        }
        facts.reading(
                part,
                "voltage",
                variables.number(prefix + ".voltage"),
                Unit.VOLT,
                new Limits(
                        OptionalDouble.empty(),
                        variables.limit(prefix + ".transfer.low"),
                        variables.limit(prefix + ".transfer.high"),
                        OptionalDouble.empty()));
        reading(part, "frequency", prefix + ".frequency", Unit.HERTZ);
        reading(part, "current", prefix + ".current", Unit.AMPERE);
        for (String phase : PHASES) {
            String low = phase.toLowerCase(Locale.ROOT);
            reading(part, "voltage_" + low, prefix + "." + phase + "-N.voltage", Unit.VOLT);
            reading(part, "current_" + low, prefix + "." + phase + ".current", Unit.AMPERE);
        }
        voltageStatus(part, prefix + ".voltage.status");
    }

    /** An input of a transfer switch is numbered; what has no number speaks for the sum. */
    private boolean plainInput() {
        return !variables.any("input.1.");
    }

    private void voltageStatus(Part part, String key) {
        String status = variables.text(key);
        if (status.startsWith("critical")) {
            facts.claim(part, Health.FAILED, key, status, "its voltage is far out of range");
        } else if (status.startsWith("warning")) {
            facts.claim(part, Health.DEGRADED, key, status, "its voltage is out of range");
        }
    }

    private void reading(Part part, String name, String key, Unit unit) {
        facts.reading(part, name, variables.number(key), unit);
    }

    private static Limits low(OptionalDouble critical, OptionalDouble warning) {
        return new Limits(critical, warning, OptionalDouble.empty(), OptionalDouble.empty());
    }
}
