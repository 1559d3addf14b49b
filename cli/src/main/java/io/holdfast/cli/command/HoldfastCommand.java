package io.holdfast.cli.command;

import io.holdfast.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;

/** The command itself, which does nothing without one of its parts. */
@Command(
        name = "holdfast",
        description = "Says how many more hardware failures each service survives.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "%nExit codes: 0 ok, 1 warning, 2 critical, 3 unknown, or the command itself failed.",
            "%nExample:",
            "  holdfast up --once"
        })
public final class HoldfastCommand extends Group {

    /** The whole tree of commands. */
    public static CommandLine line(Context context) {
        CommandLine line = new CommandLine(new HoldfastCommand());
        line.addSubcommand(new UpCommand(context));
        line.addSubcommand(new ReportCommand(context));
        line.addSubcommand(new EventsCommand(context));
        line.addSubcommand(
                new CommandLine(new InventoryCommand(context))
                        .addSubcommand(new InventoryAcceptCommand(context))
                        .addSubcommand(new InventoryRetireCommand(context)));
        line.addSubcommand(
                new CommandLine(new AgentsCommand(context))
                        .addSubcommand(new AgentsRevokeCommand(context)));
        line.addSubcommand(new DevicesCommand(context));
        line.addSubcommand(new SpofCommand(context));
        line.addSubcommand(new CanIPullCommand(context));
        line.addSubcommand(new WhatIfCommand(context));
        line.addSubcommand(
                new CommandLine(new TopologyCommand())
                        .addSubcommand(new TopologyShowCommand(context))
                        .addSubcommand(new TopologyCheckCommand(context))
                        .addSubcommand(new TopologyExportCommand(context)));
        line.addSubcommand(new AgentCommand(context));
        line.addSubcommand(collector(context));
        line.addSubcommand(new EnrollCommand(context));
        line.addSubcommand(
                new CommandLine(new ConfigCommand())
                        .addSubcommand(new ConfigCheckCommand(context)));
        line.addSubcommand(
                new CommandLine(new MailCommand()).addSubcommand(new MailTestCommand(context)));
        line.addSubcommand(
                new CommandLine(new TrapCommand())
                        .addSubcommand(new TrapDecodeCommand(context))
                        .addSubcommand(new TrapTestCommand(context)));
        line.addSubcommand(
                new CommandLine(new ProbeCommand())
                        .addSubcommand(new ProbeLocalCommand(context))
                        .addSubcommand(new ProbeNutCommand(context))
                        .addSubcommand(new ProbeSerialCommand(context))
                        .addSubcommand(new ProbeIpmiCommand(context))
                        .addSubcommand(new ProbeRedfishCommand(context))
                        .addSubcommand(new ProbeSnmpCommand(context)));
        line.addSubcommand(
                new CommandLine(new ProfileCommand())
                        .addSubcommand(new ProfileCheckCommand(context))
                        .addSubcommand(new ProfileTestCommand(context)));
        line.addSubcommand(
                new CommandLine(new MibCommand())
                        .addSubcommand(new MibImportCommand(context))
                        .addSubcommand(new MibListCommand(context))
                        .addSubcommand(new MibShowCommand(context)));
        line.addSubcommand(new SupportCommand(context));
        line.addSubcommand(new VersionCommand(context));
        line.addSubcommand(new CompletionCommand(context));
        line.getCommandSpec()
                .addOption(
                        OptionSpec.builder("--version")
                                .versionHelp(true)
                                .description("The same as: holdfast version")
                                .build())
                .versionProvider(() -> new String[] {Versions.ofThisProcess().text()});
        finish(line, context.terminal());
        ExitCodes codes = new ExitCodes(context.err());
        line.setParameterExceptionHandler(codes);
        line.setExecutionExceptionHandler(codes);
        line.setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(context.err(), true, StandardCharsets.UTF_8));
        return line;
    }

    private static CommandLine collector(Context context) {
        return new CommandLine(new CollectorCommand(context))
                .addSubcommand(
                        new CommandLine(new TokenCommand())
                                .addSubcommand(new TokenCreateCommand(context))
                                .addSubcommand(new TokenListCommand(context))
                                .addSubcommand(new TokenDeleteCommand(context)))
                .addSubcommand(new BackupCommand(context))
                .addSubcommand(new RestoreCommand(context));
    }

    /** Gives every command of the tree its help, laid out for the terminal. */
    private static void finish(CommandLine line, Terminal terminal) {
        line.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this help.")
                                .build());
        line.setUsageHelpWidth(Math.max(terminal.columns(), 60));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(
                Help.defaultColorScheme(terminal.colours() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.getSubcommands().values().forEach(part -> finish(part, terminal));
    }
}
