package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** Looks at hardware without agent and collector. */
@Command(
        name = "probe",
        description = "Look at hardware directly, without agent and collector.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  holdfast probe local"})
final class ProbeCommand extends Group {}
