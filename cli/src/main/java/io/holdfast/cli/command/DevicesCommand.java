package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.cli.report.DevicesText;
import io.holdfast.wire.api.DeviceList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the devices that agents poll. */
@Command(
        name = "devices",
        description =
                "List the devices that agents poll: who polls what, the age of every answer, the"
                        + " last error. Exits 3 where one does not answer, 1 where one has no"
                        + " stand-in.",
        footer = {"%nExample:", "  holdfast devices --verbose"})
final class DevicesCommand implements Callable<Integer> {

    private final Context context;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show how each device answers each agent that may ask it.")
    private boolean verbose;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    DevicesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        DeviceList devices = collector.client(context).get(Paths.DEVICES, DeviceList.class);
        DevicesText text = new DevicesText(context.terminal(), verbose);
        format.print(context.out(), DeviceList.class, devices, text::of);
        return devices.status().exitCode();
    }
}
