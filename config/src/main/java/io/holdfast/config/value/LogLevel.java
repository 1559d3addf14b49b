package io.holdfast.config.value;

/** How much a service writes to its log; each level includes those before it. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
}
