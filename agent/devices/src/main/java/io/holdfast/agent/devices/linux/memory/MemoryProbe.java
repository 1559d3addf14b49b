package io.holdfast.agent.devices.linux.memory;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.linux.CounterRates;
import io.holdfast.agent.devices.linux.CounterRates.Rate;
import io.holdfast.agent.devices.linux.SysTree;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at the errors of this machine's memory modules. One look at a time. */
public final class MemoryProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "linux.memory";

    private static final int LONGEST_LABEL = 120;

    private final HostId host;
    private final SysTree tree;
    private final InstantSource clock;
    private final Ticker ticker;
    private final ModuleJudge judge;
    private final CounterRates rates;

    /** Uncorrected errors that lay before our first look, by file. */
    private final Map<String, Long> before = new HashMap<>();

    public MemoryProbe(
            HostId host, SysTree tree, InstantSource clock, Ticker ticker, MemoryLimits limits) {
        this.host = host;
        this.tree = tree;
        this.clock = clock;
        this.ticker = ticker;
        this.judge = new ModuleJudge(limits);
        this.rates = new CounterRates(limits.window());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized Survey look() throws InterruptedException {
        Map<ComponentId, MemoryModule> modules = modules();
        Map<String, Rate> grown = rates.look(ticker.nanos(), counters(modules));
        Instant at = clock.instant();
        if (modules.isEmpty()) {
            return Survey.blind(NAME, at, unwatched());
        }
        List<Component> components = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        modules.forEach(
                (id, module) -> {
                    components.add(Component.ofHost(id, module.identity()));
                    observations.add(
                            judge.judge(module, seenComing(module), grown)
                                    .reported(id, at, ModuleJudge.readings(module, grown)));
                });
        return new Survey(NAME, at, true, components, observations, List.of(), List.of());
    }

    private Map<ComponentId, MemoryModule> modules() throws InterruptedException {
        EdacFiles files = new EdacFiles(tree);
        Map<ComponentId, MemoryModule> modules = new LinkedHashMap<>();
        for (String controller : files.controllers()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the look was told to stop");
            }
            for (MemoryModule module : files.modules(controller)) {
                ComponentId id = host.component(Kind.DIMM, name(module));
                boolean taken = modules.containsKey(id);
                modules.put(taken ? host.component(Kind.DIMM, module.place()) : id, module);
            }
            MemoryModule unplaced = files.unplaced(controller);
            if (unplaced.corrected().errors() + unplaced.uncorrected().errors() > 0) {
                modules.put(host.component(Kind.CONTROLLER, controller), unplaced);
            }
        }
        return modules;
    }

    /** The board's name for a module, which is also on its silk screen, or else the kernel's. */
    private static String name(MemoryModule module) {
        String label = module.label();
        boolean usable =
                !label.isEmpty()
                        && label.length() <= LONGEST_LABEL
                        && label.chars().noneMatch(Character::isISOControl);
        return usable ? label : module.place();
    }

    private long seenComing(MemoryModule module) {
        long now = module.uncorrected().errors();
        long first = before.merge(module.uncorrected().file(), now, Math::min);
        return now - first;
    }

    private static Map<String, Long> counters(Map<ComponentId, MemoryModule> modules) {
        Map<String, Long> counters = new HashMap<>();
        for (MemoryModule module : modules.values()) {
            if (module.corrected().count().isPresent()) {
                counters.put(module.corrected().file(), module.corrected().errors());
            }
        }
        return counters;
    }

    private static Unseen unwatched() {
        return new Unseen(
                "memory errors",
                new Silence(
                        Silence.Cause.NOT_OFFERED,
                        "no memory controller below " + EdacFiles.CONTROLLERS,
                        "on hardware with ECC memory: load the EDAC driver of its controller, such"
                                + " as amd64_edac, i10nm_edac or skx_edac; virtual machines have"
                                + " none"));
    }
}
