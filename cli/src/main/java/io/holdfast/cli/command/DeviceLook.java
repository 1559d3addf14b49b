package io.holdfast.cli.command;

import io.holdfast.agent.devices.ScheduledProbe;
import io.holdfast.cli.local.LocalLook;
import io.holdfast.cli.report.ReportText;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.api.DeviceReport;
import io.holdfast.wire.api.HostReport;
import io.holdfast.wire.api.Report;
import io.holdfast.wire.api.report.DeviceReports;
import io.holdfast.wire.api.report.HostFindings;
import io.holdfast.wire.api.report.HostReports;
import java.time.Instant;
import java.util.List;

/**
 * One look at one device, printed in the form that was asked for.
 *
 * @param context what the command is handed of the world
 * @param format the form of the answer
 * @param verbose whether text shows every reading and the source of every claim
 */
record DeviceLook(Context context, FormatOption format, boolean verbose) {

    /** The name of a device of which nobody has said where it stands. */
    static HostId hostOf(String name) {
        StringBuilder plain = new StringBuilder();
        name.chars()
                .limit(64)
                .forEach(
                        c ->
                                plain.append(
                                        c > ' ' && c < 0x7f && "/:\"\\".indexOf(c) < 0
                                                ? (char) c
                                                : '-'));
        return new HostId("default", "default", plain.isEmpty() ? "device" : plain.toString());
    }

    /**
     * Looks, and prints what was found.
     *
     * @param target what the user called the device
     * @param host what its components are named after
     * @return the exit code that goes with what was found
     */
    int print(String target, HostId host, ScheduledProbe probe) throws InterruptedException {
        String version = Versions.ofThisProcess().holdfast();
        HostFindings findings =
                new LocalLook(host, version, context.clock()).findings(List.of(probe));
        Instant now = context.clock().instant();
        DeviceReport device = DeviceReports.of(target, findings, now);
        format.print(
                context.out(), DeviceReport.class, device, any -> text(findings, version, now));
        return device.status().exitCode();
    }

    private String text(HostFindings findings, String version, Instant now) {
        List<HostReport> hosts = List.of(HostReports.local(findings, now));
        Report report = Report.of(now, version, hosts);
        return new ReportText(context.terminal(), context.zone(), verbose).of(report);
    }
}
