package io.holdfast.agent.daemon;

import io.holdfast.config.value.LogLevel;
import io.holdfast.wire.log.ForeignLog;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the log, on stderr, before the first logger is made. */
final class Logging {

    private static final String PREFIX = "org.slf4j.simpleLogger.";

    private Logging() {}

    /**
     * @param environment where {@code JOURNAL_STREAM} says that journald stamps each line itself
     */
    static void set(LogLevel level, Map<String, String> environment) {
        System.setProperty(PREFIX + "logFile", "System.err");
        System.setProperty(PREFIX + "defaultLogLevel", level.name().toLowerCase(Locale.ROOT));
        System.setProperty(PREFIX + "showThreadName", "false");
        System.setProperty(PREFIX + "showShortLogName", "true");
        boolean stamped = environment.containsKey("JOURNAL_STREAM");
        System.setProperty(PREFIX + "showDateTime", String.valueOf(!stamped));
        System.setProperty(PREFIX + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        ForeignLog.into(
                (weight, logger, text) -> foreign(LoggerFactory.getLogger(logger), weight, text));
    }

    private static void foreign(Logger logger, ForeignLog.Weight weight, String text) {
        switch (weight) {
            case WARNING -> logger.warn(text);
            case ERROR -> logger.error(text);
        }
    }
}
