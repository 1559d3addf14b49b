package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** The collector's SNMP notifications. */
@Command(
        name = "trap",
        description =
                "SNMP notifications: decode those of others, try those that the collector sends.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  holdfast trap decode traps.pcap"})
final class TrapCommand extends Group {}
