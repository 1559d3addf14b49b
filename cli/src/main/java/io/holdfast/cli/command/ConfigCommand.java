package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** Settings of agent and collector. */
@Command(
        name = "config",
        description = "Check the settings of an agent or a collector.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  holdfast config check /etc/holdfast/agent.yaml"})
final class ConfigCommand extends Group {}
