package io.holdfast.agent.devices.serial;

import io.holdfast.agent.devices.serial.line.Exchange;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import java.time.Instant;

/** What one protocol says on a line: a thin dialogue in front of a pure decoder. */
public interface Driver {

    /** The protocol's word, such as {@code megatec}. */
    String word();

    /** The parameters that devices of this protocol leave the factory with. */
    LineSettings usual();

    /** Asks for everything once; only ever reads, and never sends what could switch an output. */
    Outcome talk(Exchange exchange, Asked asked) throws InterruptedException;

    /**
     * Who is asked, as the survey will name it.
     *
     * @param probe the probe's name
     * @param host what the device's components are named after
     * @param device the device file, the source of all evidence
     * @param at when the look began
     */
    record Asked(String probe, HostId host, String device, Instant at) {}

    /** What came of it. */
    sealed interface Outcome {

        /** The device answered. */
        record Seen(Survey survey) implements Outcome {}

        /** Nothing of use came back. */
        record Unheard(Silence why) implements Outcome {}

        /** The line broke, and has to be opened anew. */
        record Broken(Silence why) implements Outcome {}
    }
}
