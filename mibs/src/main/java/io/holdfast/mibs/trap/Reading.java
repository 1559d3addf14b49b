package io.holdfast.mibs.trap;

/**
 * What a notification, or one value in it, says.
 *
 * @param sign what happened
 * @param severity how grave it sounds
 * @param text for people, without the part's name
 */
public record Reading(TrapSign sign, TrapSeverity severity, String text) {}
