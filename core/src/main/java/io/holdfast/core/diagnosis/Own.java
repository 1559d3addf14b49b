package io.holdfast.core.diagnosis;

import io.holdfast.core.component.ComponentId;
import java.util.Optional;

/** What a symptom means where nothing beyond the part itself accounts for it. */
final class Own {

    private Own() {}

    /**
     * The part's own diagnosis; empty for health, and for the silence of what is not an agent or a
     * controller of its own.
     *
     * @param role what the part's host is for
     */
    static Optional<Diagnosis> diagnosis(ComponentId part, Sign sign, Role role) {
        return switch (sign) {
            case HEALTHY -> Optional.empty();
            case SILENT -> silence(part);
            case DEGRADED,
                    WEARING,
                    FAILED,
                    ABSENT,
                    INPUT_LOST,
                    SWITCHED_OFF,
                    ON_BATTERY,
                    LOW_BATTERY,
                    ONE_SOURCE,
                    LINK_DOWN,
                    NOT_DISTRIBUTING,
                    LYING,
                    TOO_HOT,
                    MEMBER_LOST ->
                    Optional.of(trouble(part, sign, role));
        };
    }

    private static Optional<Diagnosis> silence(ComponentId part) {
        return switch (part.kind()) {
            case HOST -> Optional.of(new Diagnosis.AgentSilent(part));
            case BMC -> Optional.of(new Diagnosis.BmcSilent(part));
            case PSU,
                    FAN,
                    TEMPERATURE,
                    NIC,
                    BOND,
                    DISK,
                    ARRAY,
                    CONTROLLER,
                    DIMM,
                    CPU,
                    SLOT,
                    OPTIC,
                    BATTERY,
                    SWITCH,
                    PORT,
                    LAG,
                    PDU,
                    OUTLET,
                    BREAKER,
                    FEED,
                    UPS,
                    ATS,
                    SERVICE,
                    VIP,
                    EXTERNAL ->
                    Optional.empty();
        };
    }

    private static Diagnosis trouble(ComponentId part, Sign sign, Role role) {
        return switch (part.kind()) {
            case PSU -> supply(part, sign, role);
            case FAN -> sign.lost() ? new Diagnosis.FanFailed(part) : troubled(part);
            case TEMPERATURE -> new Diagnosis.Overheating(part);
            case NIC, PORT -> link(part, sign);
            case OPTIC -> new Diagnosis.CableOrOpticFault(part);
            case BOND, LAG ->
                    sign == Sign.LYING
                            ? new Diagnosis.BondLying(part)
                            : new Diagnosis.BondDegraded(part);
            case DISK ->
                    sign.lost() ? new Diagnosis.DiskFailed(part) : new Diagnosis.DiskFailing(part);
            case ARRAY ->
                    sign.lost()
                            ? new Diagnosis.ArrayNoSpare(part)
                            : new Diagnosis.ArrayDegraded(part);
            case DIMM -> new Diagnosis.MemoryDegrading(part);
            case BATTERY -> sign == Sign.LOW_BATTERY ? new Diagnosis.UpsLow(part) : troubled(part);
            case HOST -> host(part, sign, role);
            case SWITCH -> host(part, sign, Role.SWITCH);
            case PDU -> host(part, sign, Role.PDU);
            case UPS -> host(part, sign, Role.UPS);
            case ATS -> host(part, sign, Role.ATS);
            case BREAKER -> host(part, sign, Role.BREAKER);
            case FEED -> sign.lost() ? new Diagnosis.FeedLost(part) : troubled(part);
            case OUTLET -> sign.lost() ? new Diagnosis.OutletOff(part) : troubled(part);
            case CONTROLLER, CPU, SLOT, BMC, SERVICE, VIP, EXTERNAL -> troubled(part);
        };
    }

    private static Diagnosis supply(ComponentId part, Sign sign, Role role) {
        if (!sign.lost()) {
            return troubled(part);
        }
        if (role == Role.SWITCH) {
            return new Diagnosis.SwitchPsuLost(part);
        }
        if (sign == Sign.INPUT_LOST) {
            return new Diagnosis.PsuInputLost(part);
        }
        return sign == Sign.ABSENT ? new Diagnosis.PsuAbsent(part) : new Diagnosis.PsuFailed(part);
    }

    private static Diagnosis link(ComponentId part, Sign sign) {
        return switch (sign) {
            case FAILED, ABSENT -> new Diagnosis.NicFault(part);
            case SWITCHED_OFF, TOO_HOT -> troubled(part);
            case NOT_DISTRIBUTING -> new Diagnosis.BondDegraded(part);
            case LINK_DOWN,
                    WEARING,
                    DEGRADED,
                    INPUT_LOST,
                    ON_BATTERY,
                    LOW_BATTERY,
                    ONE_SOURCE,
                    LYING,
                    MEMBER_LOST,
                    HEALTHY,
                    SILENT ->
                    new Diagnosis.CableOrOpticFault(part);
        };
    }

    private static Diagnosis host(ComponentId part, Sign sign, Role role) {
        if (sign == Sign.TOO_HOT) {
            return new Diagnosis.Overheating(part);
        }
        if (sign == Sign.ON_BATTERY) {
            return new Diagnosis.UpsOnBattery(part);
        }
        if (sign == Sign.LOW_BATTERY) {
            return new Diagnosis.UpsLow(part);
        }
        if (role == Role.ATS && !sign.lost()) {
            return new Diagnosis.AtsOnOneSource(part);
        }
        return sign.lost() ? lost(part, role) : troubled(part);
    }

    /** What the loss of all that a host or device does is called. */
    static Diagnosis lost(ComponentId part, Role role) {
        return switch (role) {
            case MACHINE -> new Diagnosis.HostPowerLost(part);
            case SWITCH -> new Diagnosis.TopOfRackLost(part);
            case PDU -> new Diagnosis.PduLost(part);
            case UPS, ATS, BREAKER -> new Diagnosis.FeedLost(part);
        };
    }

    private static Diagnosis troubled(ComponentId part) {
        return new Diagnosis.PartTroubled(part);
    }
}
