package io.holdfast.agent.devices.linux.net;

import io.holdfast.agent.devices.linux.CounterRates.Rate;
import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says how a NIC does: its link, its counters and its place in a bond together.
 *
 * <p>A port that nobody uses is no fault, be it set down or left without a cable. One that carried
 * something and is set down has failed for that, whoever did it: what it carried has one link less.
 */
final class NicJudge {

    /** States of RFC 2863 in which an interface with a link passes no traffic. */
    private static final Set<String> BLOCKED = Set.of("dormant", "testing", "notpresent");

    /** Counters of frames that were damaged or could not be sent. */
    private static final List<String> ERRORS =
            List.of("rx_errors", "rx_crc_errors", "tx_errors", "tx_carrier_errors");

    private final NicLimits limits;

    NicJudge(NicLimits limits) {
        this.limits = limits;
    }

    /** Judges a NIC of which at least one file could be read. */
    Findings judge(NicLook look) {
        Findings findings = new Findings();
        look.device().ifPresent(device -> judgeLink(findings, look, device));
        look.membership()
                .ifPresent(
                        place ->
                                findings.addAll(
                                        PortJudge.judge(
                                                place.bond(), place.port(), hasSpeed(look))));
        look.device().ifPresent(device -> judgeCounters(findings, look, device));
        look.use().ifPresent(use -> findings.add(Health.OK, use));
        return findings;
    }

    private static Optional<Boolean> hasSpeed(NicLook look) {
        return look.device()
                .filter(device -> device.adminUp() && device.carrier() == NetDevice.Carrier.ON)
                .map(device -> device.megabits().isPresent());
    }

    private static void judgeLink(Findings findings, NicLook look, NetDevice device) {
        if (!device.adminUp()) {
            judgeSetDown(findings, look, device);
            return;
        }
        boolean wanted = look.membership().isPresent() || look.use().isPresent();
        switch (device.carrier()) {
            case ON -> judgeLive(findings, look, device);
            case OFF -> {
                boolean neverCabled = device.carrierUps().orElse(1) == 0;
                boolean spare = neverCabled && !wanted;
                findings.add(
                        spare ? Health.OK : Health.FAILED,
                        Evidence.ofFile(
                                device.file("carrier"),
                                "0",
                                spare ? "no link since boot, and nothing uses it" : "no link"));
            }
            case UNKNOWN -> {
                findings.add(
                        device.hasLink() ? Health.OK : Health.FAILED,
                        Evidence.ofFile(device.file("operstate"), device.operState(), ""));
            }
        }
    }

    private static void judgeSetDown(Findings findings, NicLook look, NetDevice device) {
        String although = look.carried().map(what -> " although it " + what).orElse("");
        findings.add(
                look.carried().isPresent() ? Health.FAILED : Health.OK,
                Evidence.ofFile(device.file("flags"), "down", "set down by someone" + although));
    }

    private static void judgeLive(Findings findings, NicLook look, NetDevice device) {
        if (BLOCKED.contains(device.operState())) {
            findings.add(
                    Health.FAILED,
                    Evidence.ofFile(
                            device.file("operstate"),
                            device.operState(),
                            "has a link but passes no traffic"));
            return;
        }
        findings.add(Health.OK, Evidence.ofFile(device.file("carrier"), "1", "has a link"));
        if (device.duplex() == NetDevice.Duplex.HALF) {
            findings.add(
                    Health.DEGRADED,
                    Evidence.ofFile(
                            device.file("duplex"), "half", "negotiation with the switch failed"));
        }
        int has = device.megabits().orElse(0);
        look.expected()
                .filter(expected -> has > 0 && has < expected.megabits())
                .ifPresent(
                        expected ->
                                findings.add(
                                        Health.DEGRADED,
                                        Evidence.ofFile(
                                                device.file("speed"),
                                                has + " Mbit/s",
                                                "expected "
                                                        + expected.megabits()
                                                        + " Mbit/s: "
                                                        + expected.because())));
    }

    private void judgeCounters(Findings findings, NicLook look, NetDevice device) {
        if (!device.adminUp()) {
            return;
        }
        for (String counter : ERRORS) {
            judgeGrowth(
                    findings, look, counter, device.file("statistics/" + counter), limits.errors());
        }
        judgeGrowth(
                findings,
                look,
                NetDeviceFiles.CARRIER_CHANGES,
                device.file(NetDeviceFiles.CARRIER_CHANGES),
                limits.carrierChanges());
    }

    private void judgeGrowth(
            Findings findings, NicLook look, String counter, String file, int limit) {
        double grown = look.rates().getOrDefault(counter, Rate.NONE).within(limits.window());
        if (grown >= limit) {
            findings.add(
                    Health.DEGRADED,
                    Evidence.ofFile(
                            file,
                            "+" + Math.round(grown),
                            "within " + limits.window().toMinutes() + " min, limit " + limit));
        }
    }
}
