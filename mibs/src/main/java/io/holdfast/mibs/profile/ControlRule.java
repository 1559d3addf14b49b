package io.holdfast.mibs.profile;

import io.holdfast.mibs.object.Oid;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a component is switched off and on: what is written, and what reading it then has to say.
 *
 * @param says the column that tells the state
 * @param isOff what it says when the component is off
 * @param isOn what it says when the component is on
 * @param index the index below the columns
 * @param when fields that have to match, or the component cannot be switched
 */
public record ControlRule(
        Write off,
        Write on,
        Oid says,
        int isOff,
        int isOn,
        Template index,
        Map<String, Pattern> when) {

    public ControlRule {
        when = Map.copyOf(when);
    }

    /**
     * What is written.
     *
     * @param object the column
     */
    public record Write(Oid object, int value) {}
}
