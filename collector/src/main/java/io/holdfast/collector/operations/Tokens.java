package io.holdfast.collector.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The tokens with which agents enroll. */
public interface Tokens {

    /**
     * Makes a token.
     *
     * @param hostPattern which hosts may use it, as {@code site/rack/host} where {@code *} stands
     *     for any characters but a slash
     * @param uses how often, at least 1
     * @param lifetime for how long
     * @param by who asks
     * @throws IllegalArgumentException if one of these is out of range
     */
    Created create(String hostPattern, int uses, Duration lifetime, String by);

    /** The tokens that can still be used. */
    List<Listed> list();

    /** Ends a token; false where there is none of this id. */
    boolean delete(String id, String by);

    /**
     * A new token; the only time that its secret is shown.
     *
     * @param text what the operator hands to the agent
     */
    record Created(String id, String text, String hostPattern, int uses, Instant expiresAt) {
        @Override
        public String toString() {
            return "Created[" + id + ", ***]";
        }
    }

    /** A token without its secret. */
    record Listed(
            String id, String hostPattern, int usesLeft, Instant expiresAt, String createdBy) {}
}
