package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** The collector's mail. */
@Command(
        name = "mail",
        description = "Try the collector's mail.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  holdfast mail test"})
final class MailCommand extends Group {}
