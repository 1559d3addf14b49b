package io.holdfast.agent.devices.linux.pci;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.linux.CounterRates;
import io.holdfast.agent.devices.linux.CounterRates.Rate;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.pci.PciDevice.Severity;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at the errors of this machine's PCI Express links. One look at a time. */
public final class PciProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "linux.pci";

    private final HostId host;
    private final SysTree tree;
    private final InstantSource clock;
    private final Ticker ticker;
    private final PciJudge judge;
    private final CounterRates rates;

    public PciProbe(
            HostId host, SysTree tree, InstantSource clock, Ticker ticker, PciLimits limits) {
        this.host = host;
        this.tree = tree;
        this.clock = clock;
        this.ticker = ticker;
        this.judge = new PciJudge(limits);
        this.rates = new CounterRates(limits.window());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized Survey look() throws InterruptedException {
        List<PciDevice> devices = devices();
        Map<String, Rate> grown = rates.look(ticker.nanos(), counters(devices));
        Instant at = clock.instant();
        if (devices.isEmpty()) {
            return Survey.blind(NAME, at, uncounted());
        }
        List<Component> components = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        for (PciDevice device : devices.stream().filter(PciDevice::matters).toList()) {
            ComponentId id = host.component(Kind.SLOT, device.address());
            Map<Severity, Rate> own = own(device, grown);
            components.add(Component.ofHost(id, device.identity()));
            observations.add(
                    judge.judge(device, own).reported(id, at, PciJudge.readings(device, own)));
        }
        return new Survey(NAME, at, true, components, observations, List.of(), List.of());
    }

    private List<PciDevice> devices() throws InterruptedException {
        PciFiles files = new PciFiles(tree);
        Map<String, String> slots = files.slots();
        List<PciDevice> devices = new ArrayList<>();
        for (String address : tree.names(PciFiles.DEVICES)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the look was told to stop");
            }
            files.read(address, slots).ifPresent(devices::add);
        }
        return devices;
    }

    private static Unseen uncounted() {
        return new Unseen(
                "PCI Express errors",
                new Silence(
                        Silence.Cause.NOT_OFFERED,
                        "no device below " + PciFiles.DEVICES + " counts its errors",
                        "on hardware: let the firmware grant AER to the system, and boot without"
                                + " pci=noaer; virtual machines have none"));
    }

    private static Map<String, Long> counters(List<PciDevice> devices) {
        Map<String, Long> counters = new HashMap<>();
        for (PciDevice device : devices) {
            device.errors()
                    .forEach(
                            (severity, errors) ->
                                    counters.put(device.file(severity.file()), errors.total()));
        }
        return counters;
    }

    private static Map<Severity, Rate> own(PciDevice device, Map<String, Rate> grown) {
        Map<Severity, Rate> own = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            Rate rate = grown.get(device.file(severity.file()));
            if (rate != null) {
                own.put(severity, rate);
            }
        }
        return own;
    }
}
