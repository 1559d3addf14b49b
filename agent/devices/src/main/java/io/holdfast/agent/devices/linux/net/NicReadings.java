package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.CounterRates.Rate;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The numbers that a NIC shows. */
final class NicReadings {

    private static final double BITS_A_MEGABIT = 1e6;

    private NicReadings() {}

    static List<Reading> of(NicLook look) {
        List<Reading> readings = new ArrayList<>();
        look.device()
                .ifPresent(
                        device ->
                                device.megabits()
                                        .ifPresent(
                                                speed ->
                                                        readings.add(
                                                                Reading.of(
                                                                        "speed",
                                                                        speed * BITS_A_MEGABIT,
                                                                        Unit.BITS_PER_SECOND))));
        for (String counter : NetDeviceFiles.COUNTERS) {
            add(readings, counter, look.rates());
        }
        add(readings, NetDeviceFiles.CARRIER_CHANGES, look.rates());
        return readings;
    }

    private static void add(List<Reading> readings, String counter, Map<String, Rate> rates) {
        Rate rate = rates.get(counter);
        if (rate == null) {
            return;
        }
        readings.add(
                counter.endsWith("_bytes")
                        ? Reading.of(counter, rate.perSecond(), Unit.BYTES_PER_SECOND)
                        : Reading.of(counter, rate.perHour(), Unit.PER_HOUR));
    }
}
