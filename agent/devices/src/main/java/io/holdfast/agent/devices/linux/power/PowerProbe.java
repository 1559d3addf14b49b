package io.holdfast.agent.devices.linux.power;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.agent.devices.linux.hwmon.Chip;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks at the power sources that the kernel lists: {@code /sys/class/power_supply}, and supplies
 * that speak PMBus. Most servers list none, because only their BMC sees them.
 */
public final class PowerProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "linux.power";

    private static final Unseen NONE =
            new Unseen(
                    "power supplies",
                    new Silence(
                            Silence.Cause.NOT_OFFERED,
                            "no power supply in " + SupplyFiles.FOLDER + " and no PMBus supply",
                            "servers show them through their BMC only: modprobe ipmi_si"
                                    + " ipmi_devintf, or give the BMC's address to the collector;"
                                    + " virtual machines have none"));

    private final HostId host;
    private final SysTree tree;
    private final InstantSource clock;

    public PowerProbe(HostId host, SysTree tree, InstantSource clock) {
        this.host = host;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Survey look() throws InterruptedException {
        Instant at = clock.instant();
        List<Source> sources = new ArrayList<>(SupplyFiles.read(tree, host, at));
        for (Chip chip : Chip.read(tree)) {
            if (chip.powerSupply()) {
                sources.add(PmbusSupply.read(chip, host, at));
            }
        }
        List<Component> components = sources.stream().map(Source::component).toList();
        List<Observation> observations = sources.stream().map(Source::observation).toList();
        List<Unseen> unseen = sources.isEmpty() ? List.of(NONE) : List.of();
        return new Survey(NAME, at, true, components, observations, groups(sources), unseen);
    }

    /**
     * One group of all that can carry the machine. No file says how many must: of several supplies
     * one is assumed to be spare, and a battery stands in for the mains.
     */
    private List<RedundancyGroup> groups(List<Source> sources) {
        TreeSet<ComponentId> members = new TreeSet<>();
        sources.forEach(source -> members.add(source.component().id()));
        long supplies = members.stream().filter(id -> id.kind() == Kind.PSU).count();
        if (members.isEmpty()) {
            return List.of();
        }
        return List.of(
                new RedundancyGroup(
                        new GroupId(host, "power"),
                        Kind.PSU,
                        members,
                        (int) Math.max(1, supplies - 1),
                        Optional.empty(),
                        Optional.empty()));
    }
}
