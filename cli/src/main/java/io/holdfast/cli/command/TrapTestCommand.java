package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.wire.api.TrapTestResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the collector send a test notification to each receiver and tells what became of it. */
@Command(
        name = "test",
        description = {
            "Have the collector send the notification holdfastTest to each receiver of traps;",
            "exits 3 where one could not be told. Nobody acknowledges a trap, only an inform."
        },
        footer = {"%nExample:", "  holdfast trap test"})
final class TrapTestCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    TrapTestCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TrapTestResult result =
                collector.client(context).post(Paths.TRAP_TEST, TrapTestResult.class);
        format.print(context.out(), TrapTestResult.class, result, TrapTestCommand::text);
        boolean all = result.receivers().stream().allMatch(TrapTestResult.Receiver::accepted);
        return all ? 0 : ExitCodes.OWN_ERROR;
    }

    private static String text(TrapTestResult result) {
        StringBuilder text = new StringBuilder();
        for (TrapTestResult.Receiver receiver : result.receivers()) {
            text.append(receiver.to()).append(" (SNMP ").append(receiver.version());
            text.append(receiver.inform() ? " inform): " : " trap): ");
            text.append(receiver.detail()).append('\n');
            if (!receiver.remedy().isEmpty()) {
                text.append("  to do: ").append(receiver.remedy()).append('\n');
            }
        }
        return text + "our engine id, for receivers of SNMPv3 traps: " + result.engineId() + "\n";
    }
}
