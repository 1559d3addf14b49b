package io.holdfast.cli.command;

import io.holdfast.cli.client.Paths;
import io.holdfast.wire.api.MailTestResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the collector send a test mail and tells what the server said. */
@Command(
        name = "test",
        description = "Have the collector send a test mail; exits 3 where the server refuses it.",
        footer = {"%nExample:", "  holdfast mail test"})
final class MailTestCommand implements Callable<Integer> {

    private final Context context;

    @Mixin private FormatOption format = new FormatOption();
    @Mixin private CollectorOption collector = new CollectorOption();

    MailTestCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MailTestResult result =
                collector.client(context).post(Paths.MAIL_TEST, MailTestResult.class);
        format.print(context.out(), MailTestResult.class, result, MailTestCommand::text);
        return result.accepted() ? 0 : ExitCodes.OWN_ERROR;
    }

    private static String text(MailTestResult result) {
        String to = String.join(", ", result.recipients());
        String said = result.server() + " (" + result.security() + "): " + result.detail();
        if (result.accepted()) {
            return "Accepted for " + to + " by " + said + "\n";
        }
        String remedy = result.remedy().isEmpty() ? "" : "  to do: " + result.remedy() + "\n";
        return "Not accepted for " + to + " by " + said + "\n" + remedy;
    }
}
