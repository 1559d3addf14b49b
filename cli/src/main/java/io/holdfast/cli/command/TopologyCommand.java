package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** What hangs on what. */
@Command(
        name = "topology",
        description = "Show, check or export what hangs on what.",
        footer = {"%nExample:", "  holdfast topology show db07"})
final class TopologyCommand extends Group {}
