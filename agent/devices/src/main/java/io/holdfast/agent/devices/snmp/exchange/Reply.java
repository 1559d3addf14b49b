package io.holdfast.agent.devices.snmp.exchange;

import java.util.List;

/** What became of a question. */
public sealed interface Reply {

    /** The agent answered. */
    record Answer(List<Binding> bindings) implements Reply {
        public Answer {
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * The agent understood and said no.
     *
     * @param status why
     * @param index which binding it was about, from 1; 0 where it was none
     */
    record Rejected(ErrorStatus status, int index) implements Reply {}

    /** There is no answer that could be used. */
    record Unanswered(Trouble trouble) implements Reply {}
}
