package io.holdfast.cli.command;

import io.holdfast.agent.devices.serial.line.PortList;
import java.util.List;

/**
 * The serial devices of this machine.
 *
 * @param ports each of them, in order of their names
 */
public record SerialPorts(List<Port> ports) {

    public SerialPorts {
        ports = List.copyOf(ports);
    }

    /** A serial device, as {@link PortList.Port} has it. */
    public record Port(
            String device, String stable, String driver, String description, boolean usable) {}

    static SerialPorts of(List<PortList.Port> ports) {
        return new SerialPorts(
                ports.stream()
                        .map(
                                port ->
                                        new Port(
                                                port.device(),
                                                port.stable(),
                                                port.driver(),
                                                port.description(),
                                                port.usable()))
                        .toList());
    }

    String text() {
        if (ports.isEmpty()) {
            return "No serial device on this machine.\n";
        }
        StringBuilder out = new StringBuilder();
        for (Port port : ports) {
            out.append(port.device());
            append(out, "  ", port.description().isEmpty() ? port.driver() : port.description());
            append(out, "  ", port.stable());
            append(out, "  ", port.usable() ? "" : "(not yours to open: see group dialout)");
            out.append('\n');
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String before, String text) {
        out.append(text.isEmpty() ? "" : before + text);
    }
}
