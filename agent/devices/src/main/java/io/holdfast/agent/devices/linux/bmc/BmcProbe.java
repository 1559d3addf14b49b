package io.holdfast.agent.devices.linux.bmc;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysRead;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Detects the management controller of this machine. It is not asked anything: that it is there is
 * all that this claims. An agent asks it through {@link #deviceFile()}.
 */
public final class BmcProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "linux.bmc";

    private static final List<String> DEVICES =
            List.of("/dev/ipmi0", "/dev/ipmi/0", "/dev/ipmidev/0");
    private static final String ENTRIES = "/sys/firmware/dmi/entries";
    private static final String TABLE = "/sys/firmware/dmi/tables/DMI";

    /** ACPI's name for an IPMI interface (IPMI 2.0, appendix C3). */
    private static final String ACPI = "/sys/bus/acpi/devices";

    private static final String LOAD =
            "modprobe ipmi_si ipmi_devintf, or give the BMC's address to the collector";

    private final HostId host;
    private final SysTree tree;
    private final InstantSource clock;

    public BmcProbe(HostId host, SysTree tree, InstantSource clock) {
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
        Optional<Evidence> driven = device();
        Optional<Evidence> there = driven.or(this::inFirmware);
        Instant at = clock.instant();
        return there.map(evidence -> found(at, evidence, driven.isPresent()))
                .orElseGet(() -> notFound(at));
    }

    private Survey found(Instant at, Evidence evidence, boolean driven) {
        ComponentId id = host.component(Kind.BMC, "ipmi0");
        Findings findings = new Findings();
        findings.add(Health.OK, evidence);
        Silence silence =
                driven
                        ? new Silence(
                                Silence.Cause.NOT_ASKED,
                                "the BMC is detected; its sensors are not read here",
                                "holdfast probe ipmi --local, or run an agent, which reads them")
                        : new Silence(
                                Silence.Cause.NOT_OFFERED,
                                "the firmware names a BMC, but no driver for it is loaded",
                                LOAD);
        return new Survey(
                NAME,
                at,
                true,
                List.of(Component.ofHost(id, identity())),
                List.of(findings.reported(id, at, List.of())),
                List.of(),
                List.of(new Unseen("sensors of the BMC", silence)));
    }

    private Survey notFound(Instant at) {
        boolean hidden = tree.read(TABLE) instanceof SysRead.Denied;
        Silence silence =
                hidden
                        ? new Silence(
                                Silence.Cause.NOT_PERMITTED,
                                "no " + DEVICES.getFirst() + ", and may not read " + TABLE,
                                "run the agent as root to see whether the firmware names a BMC")
                        : new Silence(
                                Silence.Cause.NOT_OFFERED,
                                "no " + DEVICES.getFirst() + " and no BMC in the firmware's tables",
                                "where the machine has one after all: " + LOAD);
        return new Survey(
                NAME,
                at,
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Unseen("BMC", silence)));
    }

    /** The device file of the driver, while one is loaded that has found a BMC. */
    public Optional<String> deviceFile() {
        return DEVICES.stream().filter(tree::exists).findFirst();
    }

    private Optional<Evidence> device() {
        return deviceFile()
                .map(
                        path ->
                                Evidence.ofFile(
                                        path, "", "a driver talks to a BMC; it was not asked"));
    }

    private Optional<Evidence> inFirmware() {
        Optional<Evidence> acpi = entry(ACPI, "IPI0001", "ACPI names an IPMI interface");
        return acpi.or(() -> entry(ENTRIES, "38-", "the firmware names an IPMI device"))
                .or(
                        () ->
                                tree.bytes(TABLE)
                                        .filter(t -> DmiTable.holds(t, DmiTable.IPMI_DEVICE))
                                        .map(
                                                table ->
                                                        new Evidence(
                                                                TABLE,
                                                                "type 38",
                                                                "present",
                                                                "the firmware names an IPMI"
                                                                        + " device")));
    }

    private Optional<Evidence> entry(String folder, String prefix, String label) {
        return tree.names(folder).stream()
                .filter(name -> name.startsWith(prefix))
                .findFirst()
                .map(name -> Evidence.ofFile(folder + "/" + name, "present", label));
    }

    private Map<String, String> identity() {
        Map<String, String> identity = new TreeMap<>();
        String folder = "/sys/class/ipmi/ipmi0/device/bmc";
        tree.text(folder + "/firmware_revision").ifPresent(v -> identity.put("firmware", v));
        tree.text(folder + "/manufacturer_id").ifPresent(v -> identity.put("vendor", v));
        tree.text(folder + "/product_id").ifPresent(v -> identity.put("model", v));
        tree.text(folder + "/ipmi_version").ifPresent(v -> identity.put("ipmi", v));
        return identity;
    }
}
