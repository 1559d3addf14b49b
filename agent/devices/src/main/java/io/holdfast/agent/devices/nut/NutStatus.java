package io.holdfast.agent.devices.nut;

import io.holdfast.agent.devices.ups.Condition;
import io.holdfast.agent.devices.ups.Part;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Silence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What {@code ups.status} says. */
final class NutStatus {

    static final String KEY = "ups.status";

    /** Words that say whether the load is fed, or why not. */
    private static final Set<StatusWord> TELLING =
            EnumSet.of(
                    StatusWord.OL,
                    StatusWord.OB,
                    StatusWord.OFF,
                    StatusWord.BYPASS,
                    StatusWord.TRIM,
                    StatusWord.BOOST,
                    StatusWord.FSD,
                    StatusWord.SD);

    private NutStatus() {}

    /**
     * Notes what the words say.
     *
     * @param alarm the text of {@code ups.alarm}; empty where there is none
     * @return whether they say how the UPS is at all
     */
    static boolean tell(UpsFacts facts, String status, String alarm) {
        Set<StatusWord> words = EnumSet.noneOf(StatusWord.class);
        List<String> unknown = new ArrayList<>();
        for (String text : status.strip().split("\\s+")) {
            StatusWord.of(text).ifPresentOrElse(words::add, () -> unknown.add(text));
        }
        boolean testing = words.contains(StatusWord.CAL) || words.contains(StatusWord.TEST);
        boolean told = words.stream().anyMatch(TELLING::contains);
        if (!told) {
            facts.silent(Part.UPS, notTold(status));
            return false;
        }
        for (StatusWord word : words) {
            boolean onPurpose = word == StatusWord.OB && testing;
            String value = word == StatusWord.ALARM && !alarm.isEmpty() ? alarm : status;
            String key = word == StatusWord.ALARM && !alarm.isEmpty() ? NutAlarm.KEY : KEY;
            word.condition()
                    .filter(any -> !onPurpose)
                    .ifPresent(condition -> condition.claim(facts, key, value));
        }
        if (words.contains(StatusWord.OB) && words.contains(StatusWord.LB) && !testing) {
            Condition.ABOUT_TO_STOP.claim(facts, KEY, status);
        }
        if (!alarm.isEmpty() && !words.contains(StatusWord.ALARM)) {
            Condition.ALARM.claim(facts, NutAlarm.KEY, alarm);
        }
        if (!unknown.isEmpty()) {
            facts.claim(
                    Part.UPS,
                    Health.OK,
                    KEY,
                    status,
                    "unknown words: " + String.join(" ", unknown));
        }
        return true;
    }

    private static Silence notTold(String status) {
        return status.isBlank()
                ? new Silence(
                        Silence.Cause.NOT_OFFERED,
                        "NUT gives no " + KEY + " of it",
                        "look at the log of its NUT driver")
                : new Silence(
                        Silence.Cause.NOT_UNDERSTOOD,
                        KEY + " '" + status.strip() + "' does not say whether it is fed",
                        "look at the log of its NUT driver");
    }
}
