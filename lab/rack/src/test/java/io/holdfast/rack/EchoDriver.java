package io.holdfast.rack;

import io.holdfast.agent.daemon.devices.Drivers;
import io.holdfast.agent.devices.Probe;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.device.Access;
import io.holdfast.core.device.DeviceAssignment;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.survey.Survey;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Asks echo devices, in an agent's name. */
record EchoDriver(String agent, InstantSource clock) implements Drivers {

    private static final int PATIENCE_MILLIS = 400;

    @Override
    public Optional<Probe> probe(DeviceAssignment device) {
        return device.access() instanceof Access.Nut nut
                ? Optional.of(new Echo(device.device(), nut.port()))
                : Optional.empty();
    }

    private final class Echo implements Probe {
        private final HostId device;
        private final int port;

        private Echo(HostId device, int port) {
            this.device = device;
            this.port = port;
        }

        @Override
        public String name() {
            return "echo.device";
        }

        @Override
        public Survey look() {
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                byte[] name = agent.getBytes(StandardCharsets.UTF_8);
                socket.send(
                        new DatagramPacket(
                                name,
                                name.length,
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
                DatagramPacket answer = new DatagramPacket(new byte[512], 512);
                socket.receive(answer);
                return seen(
                        new String(
                                answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                Silence why = Silence.of(Silence.Cause.TIMED_OUT, "no echo: " + e.getMessage());
                return Survey.blind(name(), clock.instant(), new Unseen("the echo", why));
            }
        }

        private Survey seen(String answer) {
            ComponentId ps1 = device.component(Kind.PSU, "PS1");
            ComponentId ps2 = device.component(Kind.PSU, "PS2");
            Health health = answer.endsWith(" ok") ? Health.OK : Health.FAILED;
            return new Survey(
                    name(),
                    clock.instant(),
                    true,
                    List.of(Component.ofHost(ps1, Map.of()), Component.ofHost(ps2, Map.of())),
                    List.of(reported(ps1, health, answer), reported(ps2, Health.OK, answer)),
                    List.of(
                            new RedundancyGroup(
                                    new GroupId(device, "power"),
                                    Kind.PSU,
                                    new TreeSet<>(List.of(ps1, ps2)),
                                    1,
                                    Optional.empty(),
                                    Optional.empty())),
                    List.of());
        }

        private Observation reported(ComponentId id, Health health, String answer) {
            return new Observation.Reported(
                    id,
                    clock.instant(),
                    health,
                    List.of(),
                    List.of(new Evidence("echo", "health", answer, "as said")));
        }
    }
}
