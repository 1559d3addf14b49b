package io.holdfast.core.diagnosis;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.situation.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each host of a graph is for, read from its parts: what has outlets is a PDU, what has ports
 * is a switch.
 */
final class Roles {

    private final Map<HostId, Role> known = new HashMap<>();

    Roles(Topology topology, List<Symptom> symptoms) {
        topology.components().forEach(this::note);
        symptoms.forEach(symptom -> note(symptom.component()));
    }

    /** What this host is for. */
    Role of(HostId host) {
        return known.getOrDefault(host, Role.MACHINE);
    }

    /** Takes a host for what feeds others, where its parts say nothing else. */
    void feeds(HostId host) {
        known.putIfAbsent(host, Role.BREAKER);
    }

    private void note(ComponentId part) {
        switch (part.kind()) {
            case UPS -> known.put(part.host(), Role.UPS);
            case ATS -> known.put(part.host(), Role.ATS);
            case PDU, OUTLET ->
                    known.merge(part.host(), Role.PDU, (old, pdu) -> old == Role.UPS ? old : pdu);
            case SWITCH, PORT -> known.putIfAbsent(part.host(), Role.SWITCH);
            case HOST,
                    PSU,
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
                    BMC,
                    LAG,
                    BREAKER,
                    FEED,
                    SERVICE,
                    VIP,
                    EXTERNAL -> {}
        }
    }
}
