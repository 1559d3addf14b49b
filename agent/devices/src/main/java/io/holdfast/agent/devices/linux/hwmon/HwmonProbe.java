package io.holdfast.agent.devices.linux.hwmon;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at the fans and temperatures that the kernel's hardware monitor shows.
 *
 * <p>Remembers which fans it has seen turning: one that stands still now has failed, one that never
 * turned is a connector without a fan.
 */
public final class HwmonProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "linux.hwmon";

    private static final String REMEDY =
            "load the driver of the board's sensor chip (sensors-detect finds it), or read the BMC"
                    + " (modprobe ipmi_si ipmi_devintf); virtual machines have none";

    private final HostId host;
    private final SysTree tree;
    private final InstantSource clock;
    private final Set<ComponentId> turned = new HashSet<>();

    public HwmonProbe(HostId host, SysTree tree, InstantSource clock) {
        this.host = host;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized Survey look() throws InterruptedException {
        List<Chip> chips = Chip.read(tree).stream().filter(chip -> !chip.powerSupply()).toList();
        HwmonDraft draft = new HwmonDraft(host, clock.instant(), turned);
        chips.forEach(draft::add);
        if (!draft.hasTemperatures()) {
            ThermalZones.read(tree).forEach(draft::addZone);
        }
        if (!draft.hasFans()) {
            draft.unseen(missing("fans", "no fan in " + Chip.HWMON));
        }
        if (!draft.hasTemperatures()) {
            draft.unseen(
                    missing(
                            "temperatures of board and processors",
                            "none in " + Chip.HWMON + " or " + ThermalZones.FOLDER));
        }
        return draft.survey();
    }

    private static Unseen missing(String what, String detail) {
        return new Unseen(what, new Silence(Silence.Cause.NOT_OFFERED, detail, REMEDY));
    }
}
