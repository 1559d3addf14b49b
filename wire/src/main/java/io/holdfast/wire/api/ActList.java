package io.holdfast.wire.api;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What people did to a collector, the latest first.
 *
 * @param acts the acts
 * @param older what to send as {@code before} to read on; empty where this was all
 */
public record ActList(List<Act> acts, OptionalLong older) {

    public ActList {
        acts = List.copyOf(acts);
    }

    /**
     * One act.
     *
     * @param id rises with every act
     * @param at when it was asked for
     * @param by who asked
     * @param what the request's method and path
     * @param outcome what came of it: {@code done}, the code of an error, or {@code unknown} where
     *     the collector ended before it was known
     */
    public record Act(long id, Instant at, String by, String what, String outcome) {}
}
