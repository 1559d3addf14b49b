package io.holdfast.agent.devices.nut;

import io.holdfast.agent.devices.ups.Part;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.observation.Health;
import java.util.regex.Pattern;

/** What {@code ups.alarm} says, in words that each driver chooses. */
final class NutAlarm {

    static final String KEY = "ups.alarm";

    /** Drivers of the Q protocols give the number of alarms where others give their names. */
    private static final Pattern NO_ALARM = Pattern.compile("0+");

    private static final Pattern NO_BATTERY =
            Pattern.compile(
                    "\\bno[ _]batter(y|ies)\\b|batter(y|ies)[ _]not[ _](installed|present)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DISCONNECTED =
            Pattern.compile("batter(y|ies)[ _]disconnected", Pattern.CASE_INSENSITIVE);

    private NutAlarm() {}

    /** The alarms in the driver's words; empty where there is none. */
    static String text(NutVariables variables) {
        String text = variables.text(KEY);
        return NO_ALARM.matcher(text.strip()).matches() ? "" : text;
    }

    /** Notes that a battery is missing: it cannot stand in for the input, whatever its numbers. */
    static void battery(UpsFacts facts, String alarm) {
        if (NO_BATTERY.matcher(alarm).find()) {
            facts.absent(Part.BATTERY, KEY, alarm, "the UPS says that it has none");
        } else if (DISCONNECTED.matcher(alarm).find()) {
            facts.claim(Part.BATTERY, Health.FAILED, KEY, alarm, "it is disconnected");
        }
    }
}
