package io.holdfast.cli.command;

import io.holdfast.agent.devices.command.ProcessCommands;
import io.holdfast.agent.devices.command.ProgramFolders;
import io.holdfast.agent.devices.linux.LinuxProbes;
import io.holdfast.agent.devices.linux.net.NetProbe;
import io.holdfast.cli.Failure;
import io.holdfast.cli.local.HostName;
import io.holdfast.cli.local.LocalLook;
import io.holdfast.cli.report.ReportText;
import io.holdfast.core.component.HostId;
import io.holdfast.wire.api.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks once at this machine, or at a recorded one. */
@Command(
        name = "local",
        description = "Look once at this machine and print the report.",
        footer = {"%nExample:", "  holdfast probe local --verbose"})
final class ProbeLocalCommand implements Callable<Integer> {

    private final Context context;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "A folder with a recorded /proc and /sys, instead of this machine's.")
    private Path root = Path.of("/");

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every reading and the source of every claim.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();

    ProbeLocalCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isDirectory(root)) {
            throw new Failure(
                    "expected --root as a folder with a recorded /proc and /sys, found "
                            + (Files.exists(root) ? "a file: " : "nothing at ")
                            + root,
                    "name a folder that is there");
        }
        HostId host = HostName.hostId();
        var probes =
                LinuxProbes.all(
                        host,
                        root.toAbsolutePath(),
                        context.clock(),
                        context.ticker(),
                        new ProcessCommands(folders()),
                        NetProbe.Counts.HARDWARE);
        Report report =
                new LocalLook(host, Versions.ofThisProcess().holdfast(), context.clock())
                        .report(probes);
        ReportText text = new ReportText(context.terminal(), context.zone(), verbose);
        format.print(context.out(), Report.class, report, text::of);
        return report.status().exitCode();
    }

    /** A recorded machine's disks are not ours: no program may be asked about them. */
    private ProgramFolders folders() {
        boolean ourselves = root.toAbsolutePath().equals(Path.of("/"));
        return ourselves ? ProgramFolders.usual() : new ProgramFolders(List.of());
    }
}
