package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** Device profiles: what is known of families of devices. */
@Command(
        name = "profile",
        description = "Check device profiles, and try them on recorded walks.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  holdfast profile check /etc/holdfast/profiles/my-ups.yaml"})
final class ProfileCommand extends Group {}
