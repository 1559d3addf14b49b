package io.holdfast.agent.devices.snmp.walk;

import io.holdfast.mibs.object.Oid;
import java.util.Optional;

/**
 * Whether a device lists its instances in the order of their identifiers, so that what it passes
 * over need not be asked for.
 *
 * <p>A device has most of what profiles ask for not at all, and each question for it makes a slow
 * machine look up dozens of other instances. Some devices pass over what they have, and tell it
 * only where it is asked for by name. So all is asked for in one look, and what had been passed
 * over by then is held against the answers; a device that has proven right is believed for the next
 * {@value #BELIEVED_LOOKS} looks.
 */
final class Order {

    /** So many subtrees have to be empty as foretold; of a device with less little is saved. */
    static final int PROOFS = 8;

    /** How many looks go by until all is asked for again. */
    static final int BELIEVED_LOOKS = 9;

    private int believed;
    private boolean proving = true;
    private boolean wrong;
    private int proofs;
    private Optional<Gap> gap = Optional.empty();

    /** Begins a look. */
    void begin() {
        gap = Optional.empty();
        proving = believed == 0;
        believed = Math.max(0, believed - 1);
        wrong = false;
        proofs = 0;
    }

    /** Whether this subtree is empty, as far as a device is believed. */
    boolean empty(Oid subtree) {
        return !proving && foretold(subtree);
    }

    private boolean foretold(Oid subtree) {
        return gap.map(known -> known.holds(subtree)).orElse(false);
    }

    /**
     * Notes what became of asking.
     *
     * @param found whether the subtree has anything
     * @param behind what the device passed over behind it; empty where that is not known
     */
    void walked(Oid subtree, boolean found, Optional<Gap> behind) {
        if (foretold(subtree)) {
            wrong |= found;
            proofs++;
        }
        gap = behind.isPresent() ? behind : gap;
    }

    /** Ends a look. */
    void end() {
        if (wrong) {
            believed = 0;
        } else if (proving && proofs >= PROOFS) {
            believed = BELIEVED_LOOKS;
        }
    }
}
