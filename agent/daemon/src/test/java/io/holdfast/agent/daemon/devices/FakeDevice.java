package io.holdfast.agent.daemon.devices;

import io.holdfast.agent.devices.Probe;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.device.Login;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.state.HostState;
import io.holdfast.core.state.Significance;
import io.holdfast.core.state.StateTable;
import io.holdfast.core.survey.Survey;
import io.holdfast.wire.stream.DeviceDuty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A device with one power supply, which answers as a test says. */
final class FakeDevice implements Probe, AutoCloseable {

    static final HostId PDU = HostId.parse("ber1/r12/pdu-a");
    static final ComponentId PS1 = PDU.component(Kind.PSU, "PS1");

    boolean answers = true;
    boolean rests;
    boolean closed;
    int looks;

    static DeviceDuty duty(DeviceDuty.Role role, long epoch, long round) {
        return duty(PDU, role, epoch, round);
    }

    static DeviceDuty duty(HostId device, DeviceDuty.Role role, long epoch, long round) {
        return new DeviceDuty(role, epoch, round, assignment(device, "192.0.2.31"));
    }

    static DeviceAssignment assignment(HostId device, String address) {
        return new DeviceAssignment(
                device,
                Kind.PDU,
                new Access.Snmp(address, 161, 2, ""),
                new Login.Open(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20));
    }

    static Survey survey(int second, boolean well) {
        Instant at = Instant.EPOCH.plusSeconds(second);
        return new Survey(
                "snmp",
                at,
                true,
                List.of(Component.ofHost(PS1, Map.of())),
                List.of(
                        new Observation.Reported(
                                PS1,
                                at,
                                well ? Health.OK : Health.FAILED,
                                List.of(),
                                List.of(new Evidence("snmp", "1.3.6", "1", "as said")))),
                List.of(),
                List.of());
    }

    static void apply(Survey survey, HostState state) {
        StateTable table = new StateTable(Significance.DEFAULT);
        state.changes().forEach(table.state()::apply);
        table.apply(survey).forEach(state::apply);
    }

    @Override
    public String name() {
        return "snmp";
    }

    @Override
    public Survey look() {
        looks++;
        if (answers) {
            return survey(looks, true);
        }
        Silence why =
                rests
                        ? Silence.of(Silence.Cause.NOT_ASKED, "left alone for 5 min")
                        : Silence.of(Silence.Cause.TIMED_OUT, "no answer in 5 s");
        return Survey.blind("snmp", Instant.EPOCH.plusSeconds(looks), new Unseen("it", why));
    }

    @Override
    public void close() {
        closed = true;
    }
}
