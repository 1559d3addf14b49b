package io.holdfast.cli.command;

/**
 * That something was done, for answers that say nothing more.
 *
 * @param done what
 * @param subject to what
 */
public record Done(String done, String subject) {}
