package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** MIB modules: what objects are called and what their values mean. */
@Command(
        name = "mib",
        description = "Import vendors' MIBs, and translate between names and object identifiers.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  holdfast mib import ~/mibs/PowerNet-MIB.txt"})
final class MibCommand extends Group {}
