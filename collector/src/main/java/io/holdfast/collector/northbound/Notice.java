package io.holdfast.collector.northbound;

import io.holdfast.core.redundancy.Redundancy;
import java.time.Instant;

/**
 * A notification {@code holdfastGroupChanged} for one receiver.
 *
 * @param id its row
 * @param number the group's index in HOLDFAST-MIB
 * @param group the group's name
 * @param kind the kind of its members
 * @param createdAt when it was made
 * @param attempts how often it was tried
 */
record Notice(
        long id,
        long number,
        String group,
        String kind,
        Redundancy redundancy,
        int spares,
        int members,
        int needed,
        Instant createdAt,
        int attempts) {}
