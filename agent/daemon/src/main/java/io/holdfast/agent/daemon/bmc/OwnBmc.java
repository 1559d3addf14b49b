package io.holdfast.agent.daemon.bmc;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.survey.Survey;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks at this machine through its own BMC, where there is one.
 *
 * <p>Whoever asks a BMC is made when one is first seen: on the many machines that have none, its
 * classes are never loaded.
 */
public final class OwnBmc implements Probe {

    private final Probe detection;
    private final Supplier<Optional<String>> file;
    private final Function<String, Probe> driver;
    private Optional<Probe> opened = Optional.empty();
    private Set<ComponentId> known = new TreeSet<>();

    /**
     * A probe that has asked nothing yet.
     *
     * @param detection says whether there is a BMC
     * @param file the device file through which it can be asked, while there is one
     * @param driver makes a probe that asks it
     */
    public OwnBmc(
            Probe detection, Supplier<Optional<String>> file, Function<String, Probe> driver) {
        this.detection = detection;
        this.file = file;
        this.driver = driver;
    }

    @Override
    public String name() {
        return detection.name();
    }

    @Override
    public Survey look() throws InterruptedException {
        Optional<String> way = file.get();
        Survey detected = detection.look();
        if (way.isEmpty()) {
            return known.isEmpty() ? detected : OwnSurvey.unreachable(detected, known);
        }
        if (opened.isEmpty()) {
            opened = Optional.of(driver.apply(way.get()));
        }
        Survey told = opened.get().look();
        Survey whole = OwnSurvey.of(detected, told, known);
        if (OwnSurvey.saw(told)) {
            whole.components().forEach(component -> known.add(component.id()));
        }
        return whole;
    }
}
