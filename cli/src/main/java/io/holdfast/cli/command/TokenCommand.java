package io.holdfast.cli.command;

import picocli.CommandLine.Command;

/** Tokens with which agents enroll. */
@Command(
        name = "token",
        description = "Make, list and delete the tokens with which agents enroll.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"%nExample:", "  holdfast collector token create --host 'ber1/r12/*'"})
final class TokenCommand extends Group {}
