package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** The collector's SNMP notifications. */
@Command(
        name = "trap",
        description = "Try the SNMP notifications that the collector sends.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  holdfast trap test"})
final class TrapCommand extends Group {}
