package io.holdfast.mibs.knowledge;

import io.holdfast.mibs.object.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What contains what, as ENTITY-MIB (RFC 6933) has it.
 *
 * @param answers what the device said
 */
record Containment(Answers answers) {

    /** entPhysicalContainedIn. */
    static final Oid CONTAINED_IN = Oid.parse("1.3.6.1.2.1.47.1.1.1.1.4");

    /** entPhysicalClass. */
    static final Oid CLASS = Oid.parse("1.3.6.1.2.1.47.1.1.1.1.5");

    /** Nothing is nested deeper; containment may be a ring on a broken agent. */
    static final int DEEPEST = 16;

    /** An entPhysicalIndex and all that contain it, from the inside out. */
    List<Long> chain(long entity) {
        List<Long> chain = new ArrayList<>();
        long at = entity;
        while (at > 0 && chain.size() < DEEPEST && !chain.contains(at)) {
            chain.add(at);
            at = number(CONTAINED_IN, at).orElse(0L);
        }
        return chain;
    }

    /** The nearest of a class, the part itself included. */
    Optional<Long> nearest(long entity, Pattern physicalClass) {
        return chain(entity).stream()
                .filter(
                        each ->
                                number(CLASS, each)
                                        .filter(
                                                c ->
                                                        physicalClass
                                                                .matcher(Long.toString(c))
                                                                .matches())
                                        .isPresent())
                .findFirst();
    }

    private Optional<Long> number(Oid column, long entity) {
        return answers.said()
                .get(column.child((int) entity))
                .flatMap(
                        value -> {
                            var number = StateJudge.number(value);
                            return number.isPresent()
                                    ? Optional.of(number.getAsLong())
                                    : Optional.empty();
                        });
    }
}
