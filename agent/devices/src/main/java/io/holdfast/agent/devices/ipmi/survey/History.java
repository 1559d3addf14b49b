package io.holdfast.agent.devices.ipmi.survey;

import io.holdfast.agent.devices.ipmi.look.BmcLook;
import io.holdfast.agent.devices.ipmi.look.SensorLook;
import io.holdfast.agent.devices.ipmi.sdr.SdrRecord.Sensor;
import io.holdfast.agent.devices.ipmi.sdr.SensorKey;
import io.holdfast.agent.devices.ipmi.sel.SelEntry;
import io.holdfast.agent.devices.ipmi.sensor.SensorType;
import io.holdfast.agent.devices.ipmi.sensor.States;
import io.holdfast.core.observation.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Entries of the event log in words. They tell what was, with the BMC's own times; what is, sensors
 * tell.
 */
record History(BmcLook look) {

    /** The thresholds' events: going low and going high of each (IPMI 2.0, table 42-2). */
    private static final List<String> THRESHOLD_WORDS =
            List.of(
                    "lower non-critical",
                    "lower critical",
                    "lower non-recoverable",
                    "upper non-critical",
                    "upper critical",
                    "upper non-recoverable");

    Evidence told(SelEntry entry) {
        String at = entry.at().map(Instant::toString).orElse("before the clock was set");
        return new Evidence(
                look.source(), "log entry " + entry.id(), at, "logged: " + words(entry));
    }

    private String words(SelEntry entry) {
        return switch (entry) {
            case SelEntry.MakerEvent maker -> "a maker's entry, " + maker.data();
            case SelEntry.SensorEvent event ->
                    name(event.key(), event.sensorType())
                            + ": "
                            + state(event)
                            + (event.asserted() ? "" : ", ended");
        };
    }

    private static String state(SelEntry.SensorEvent event) {
        int which = event.offset() / 2;
        if (event.eventType() == Sensor.THRESHOLD && which < THRESHOLD_WORDS.size()) {
            return THRESHOLD_WORDS.get(which)
                    + " threshold passed going "
                    + (event.offset() % 2 == 0 ? "low" : "high");
        }
        return States.one(event.sensorType(), event.eventType(), event.offset()).label();
    }

    private String name(SensorKey key, int type) {
        Optional<String> known =
                look.sensors().stream()
                        .map(SensorLook::sensor)
                        .filter(sensor -> sensor.key().equals(key))
                        .map(sensor -> sensor.name() + " " + key.evidence(sensor.entity()))
                        .findFirst();
        return known.orElse("sensor " + key.number()) + " (" + SensorType.words(type) + ")";
    }
}
