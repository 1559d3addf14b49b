package io.holdfast.core.diagnosis;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;

/**
 * What can be wrong, and where: the closed catalogue.
 *
 * <p>Each is documented under its name in docs/FAILURES.md. Where a whole rack is the place, it is
 * the component {@link #rack}; where we are ourselves, {@link #everywhere}.
 */
public sealed interface Diagnosis extends Comparable<Diagnosis> {

    /** The component at fault. */
    ComponentId place();

    /** Its name in the catalogue, in mails, in metrics and in JSON. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Whether it claims that hardware is broken, missing or without power. */
    default boolean hardware() {
        return switch (this) {
            case HostHung _, HostIsolated _, BmcSilent _, AgentSilent _, MonitorBlind _ -> false;
            case FeedLost _,
                    PduLost _,
                    OutletOff _,
                    PsuFailed _,
                    PsuInputLost _,
                    PsuAbsent _,
                    UpsOnBattery _,
                    UpsLow _,
                    AtsOnOneSource _,
                    CoolingLost _,
                    FanFailed _,
                    Overheating _,
                    TopOfRackLost _,
                    SwitchPsuLost _,
                    UplinkDegraded _,
                    CableOrOpticFault _,
                    NicFault _,
                    BondDegraded _,
                    BondLying _,
                    DiskFailing _,
                    DiskFailed _,
                    ArrayDegraded _,
                    ArrayNoSpare _,
                    MemoryDegrading _,
                    HostPowerLost _,
                    RackLost _,
                    PartTroubled _ ->
                    true;
        };
    }

    /** The place that stands for a whole rack. */
    static ComponentId rack(String site, String rack) {
        return new HostId(site, rack, "-").self();
    }

    /** The place that stands for all that we watch. */
    static ComponentId everywhere() {
        return rack("-", "-");
    }

    @Override
    default int compareTo(Diagnosis other) {
        int byPlace = place().compareTo(other.place());
        return byPlace != 0 ? byPlace : name().compareTo(other.name());
    }

    /** A feed carries no power. */
    record FeedLost(ComponentId place) implements Diagnosis {}

    /** A power distribution unit carries no power, while its feed does. */
    record PduLost(ComponentId place) implements Diagnosis {}

    /** An outlet is off, while its unit has power. */
    record OutletOff(ComponentId place) implements Diagnosis {}

    /** A power supply is broken, although it is fed. */
    record PsuFailed(ComponentId place) implements Diagnosis {}

    /** One power supply gets no power, while its outlet and the neighbours do: its cord. */
    record PsuInputLost(ComponentId place) implements Diagnosis {}

    /** A power supply was pulled. */
    record PsuAbsent(ComponentId place) implements Diagnosis {}

    /** A UPS runs on its battery, for a reason that does not show. */
    record UpsOnBattery(ComponentId place) implements Diagnosis {}

    /** A UPS is about to run out of battery. */
    record UpsLow(ComponentId place) implements Diagnosis {}

    /** A transfer switch has one usable source left. */
    record AtsOnOneSource(ComponentId place) implements Diagnosis {}

    /** Several fans or the cooling of a machine are lost. */
    record CoolingLost(ComponentId place) implements Diagnosis {}

    /** One fan does not turn as it should. */
    record FanFailed(ComponentId place) implements Diagnosis {}

    /** It is hotter than it may be. */
    record Overheating(ComponentId place) implements Diagnosis {}

    /** A switch carries nothing any more. */
    record TopOfRackLost(ComponentId place) implements Diagnosis {}

    /** A switch lost a power supply. */
    record SwitchPsuLost(ComponentId place) implements Diagnosis {}

    /** A switch lost one of its ways to the rest. */
    record UplinkDegraded(ComponentId place) implements Diagnosis {}

    /** One link is down with a working part at each end: its cable or optic. */
    record CableOrOpticFault(ComponentId place) implements Diagnosis {}

    /** A network card is broken or in error. */
    record NicFault(ComponentId place) implements Diagnosis {}

    /** A bond works with less than it was built from, for a reason of its own. */
    record BondDegraded(ComponentId place) implements Diagnosis {}

    /** A bond counts links that carry nothing, or watches none. */
    record BondLying(ComponentId place) implements Diagnosis {}

    /** A disk points at its end. */
    record DiskFailing(ComponentId place) implements Diagnosis {}

    /** A disk is lost. */
    record DiskFailed(ComponentId place) implements Diagnosis {}

    /** An array works without some of its members. */
    record ArrayDegraded(ComponentId place) implements Diagnosis {}

    /** An array cannot lose another member, or has lost too many. */
    record ArrayNoSpare(ComponentId place) implements Diagnosis {}

    /** A memory module errs. */
    record MemoryDegrading(ComponentId place) implements Diagnosis {}

    /** A host is without any power. */
    record HostPowerLost(ComponentId place) implements Diagnosis {}

    /** A host has power and links, and its agent does not answer. */
    record HostHung(ComponentId place) implements Diagnosis {}

    /** A host's agent does not answer because its network is lost. */
    record HostIsolated(ComponentId place) implements Diagnosis {}

    /** A whole rack is without power or network. */
    record RackLost(ComponentId place) implements Diagnosis {}

    /** A management controller does not answer. */
    record BmcSilent(ComponentId place) implements Diagnosis {}

    /** An agent does not answer. */
    record AgentSilent(ComponentId place) implements Diagnosis {}

    /** We cannot see, so that nothing follows from what we see. */
    record MonitorBlind(ComponentId place) implements Diagnosis {}

    /** A part reports trouble that fits nothing else. */
    record PartTroubled(ComponentId place) implements Diagnosis {}
}
