package io.holdfast.agent.devices.host;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.linux.Findings;
import io.holdfast.agent.devices.linux.SysTree;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
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
import org.jspecify.annotations.Nullable;

/** Looks at the machine as a whole. Its identity is read once, its load in each look. */
public final class HostProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "host";

    /** Stays the same from boot to boot: evidence that does not change with every look. */
    private static final String BOOT = "/proc/sys/kernel/random/boot_id";

    private final HostId host;
    private final SysTree tree;
    private final InstantSource clock;
    private final HostIdentity source;
    private @Nullable Map<String, String> identity;

    public HostProbe(HostId host, SysTree tree, InstantSource clock, HostIdentity source) {
        this.host = host;
        this.tree = tree;
        this.clock = clock;
        this.source = source;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized Survey look() throws InterruptedException {
        Optional<Hypervisor> hypervisor = Hypervisor.detect(tree);
        if (identity == null) {
            identity = new TreeMap<>(source.read());
        }
        Map<String, String> attributes = new TreeMap<>(identity);
        hypervisor.ifPresent(found -> attributes.put("hypervisor", found.name()));
        Instant at = clock.instant();
        ComponentId id = host.self();
        Findings findings = new Findings();
        findings.add(Health.OK, runs());
        hypervisor.ifPresent(found -> findings.add(Health.OK, found.evidence()));
        return new Survey(
                NAME,
                at,
                true,
                List.of(new Component(id, Optional.empty(), new TreeMap<>(attributes))),
                List.of(findings.reported(id, at, LoadFiles.read(tree))),
                List.of(),
                hypervisor.map(HostProbe::behind).stream().toList());
    }

    private Evidence runs() {
        String label = "the machine runs";
        return tree.text(BOOT)
                .map(boot -> Evidence.ofFile(BOOT, boot, label))
                .orElseGet(() -> new Evidence("the agent", "", "", label + ": its agent does"));
    }

    private static String named(Hypervisor hypervisor) {
        return hypervisor.name().equals(Hypervisor.UNNAMED) ? "" : " (" + hypervisor.name() + ")";
    }

    private static Unseen behind(Hypervisor hypervisor) {
        return new Unseen(
                "the hardware behind the hypervisor" + named(hypervisor),
                new Silence(
                        Silence.Cause.NOT_OFFERED,
                        "this is a virtual machine: its disks and network cards may not be real",
                        "run an agent on the machine that carries it too"));
    }
}
