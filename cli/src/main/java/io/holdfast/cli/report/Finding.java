package io.holdfast.cli.report;

import io.holdfast.wire.api.Status;
import java.util.List;

/**
 * One thing that is wrong with a host, in a sentence.
 *
 * @param severity how much it matters
 * @param subject what it is about: a group's or component's name
 * @param sentence what is wrong, short enough for a first line
 * @param because the claims that it rests on, each with its source
 */
record Finding(Status severity, String subject, String sentence, List<String> because) {

    Finding {
        because = List.copyOf(because);
    }

    @Override
    public String toString() {
        return subject + " " + sentence;
    }
}
