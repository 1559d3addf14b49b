package io.holdfast.mibs.names;

/**
 * A type that a MIB module defines, for the modules that import it.
 *
 * @param name its name
 * @param base the type it is written with
 * @param labels the words of its values
 */
public record MibType(String name, String base, Labels labels) {}
