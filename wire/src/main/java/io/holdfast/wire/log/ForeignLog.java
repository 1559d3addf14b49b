package io.holdfast.wire.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Hands the warnings of code that logs by {@code java.util.logging}, as gRPC and its Netty do, to
 * our own log, each as one line.
 */
public final class ForeignLog extends Handler {

    /** How bad it is. */
    public enum Weight {
        WARNING,
        ERROR
    }

    /** Where the lines go. */
    @FunctionalInterface
    public interface Sink {
        void line(Weight weight, String logger, String text);
    }

    private final Sink sink;
    private final SimpleFormatter formatter = new SimpleFormatter();

    private ForeignLog(Sink sink) {
        this.sink = sink;
    }

    /** From now on everything of this process goes there, and nowhere else. */
    public static void into(Sink sink) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new ForeignLog(sink));
    }

    @Override
    public void publish(@Nullable LogRecord entry) {
        if (entry == null || !isLoggable(entry)) {
            return;
        }
        Weight weight =
                entry.getLevel().intValue() >= Level.SEVERE.intValue()
                        ? Weight.ERROR
                        : Weight.WARNING;
        String name = entry.getLoggerName();
        StringBuilder text = new StringBuilder(formatter.formatMessage(entry));
        Throwable cause = entry.getThrown();
        // A chain may lead back to itself; nobody reads further than this.
        for (int depth = 0; cause != null && depth < 5; depth++) {
            text.append(depth == 0 ? ": " : ", because of ").append(cause);
            cause = cause.getCause();
        }
        sink.line(weight, name == null ? "" : name, inOneLine(text.toString()));
    }

    private static String inOneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " | ");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
