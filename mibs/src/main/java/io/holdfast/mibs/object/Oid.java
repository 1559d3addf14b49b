package io.holdfast.mibs.object;

import java.util.Arrays;
import java.util.Optional;

/**
 * An object identifier: 0 to {@value #MOST_ARCS} arcs of 0 to 2^32-1 (RFC 2578, section 7.1.3),
 * ordered as SNMP orders them.
 */
public final class Oid implements Comparable<Oid> {

    /** The most arcs that an identifier may have. */
    public static final int MOST_ARCS = 128;

    /** The identifier without any arc, above all others. */
    public static final Oid ROOT = new Oid(new int[0]);

    /** Each arc as an unsigned 32-bit number. */
    private final int[] arcs;

    private Oid(int[] arcs) {
        this.arcs = arcs;
    }

    /**
     * The identifier of these arcs, each an unsigned 32-bit number.
     *
     * @throws IllegalArgumentException if there are too many
     */
    public static Oid of(int... arcs) {
        if (arcs.length > MOST_ARCS) {
            throw new IllegalArgumentException(
                    "expected at most " + MOST_ARCS + " arcs, found " + arcs.length);
        }
        return new Oid(arcs.clone());
    }

    /**
     * The identifier that this text names, such as {@code 1.3.6.1.2.1.1.2.0}; a leading dot is
     * allowed.
     *
     * @throws IllegalArgumentException if the text is no such identifier
     */
    public static Oid parse(String text) {
        String plain = text.startsWith(".") ? text.substring(1) : text;
        String[] words = plain.split("\\.", -1);
        int[] arcs = new int[words.length];
        try {
            for (int i = 0; i < words.length; i++) {
                arcs[i] = Integer.parseUnsignedInt(words[i]);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected an object identifier such as 1.3.6.1.2.1.1.2.0, found '" + text + "'",
                    e);
        }
        return of(arcs);
    }

    /** How many arcs there are. */
    public int length() {
        return arcs.length;
    }

    /** The arc at this place, from 0 to 2^32-1. */
    public long arc(int index) {
        return Integer.toUnsignedLong(arcs[index]);
    }

    /** A copy of all arcs, each an unsigned 32-bit number. */
    public int[] arcs() {
        return arcs.clone();
    }

    /** This identifier with more arcs at its end. */
    public Oid child(int... more) {
        int[] joined = Arrays.copyOf(arcs, arcs.length + more.length);
        System.arraycopy(more, 0, joined, arcs.length, more.length);
        return of(joined);
    }

    /** This identifier with another's arcs at its end. */
    public Oid child(Oid more) {
        return child(more.arcs);
    }

    /** The arcs from this place on: an instance's index below its column. */
    public Oid from(int index) {
        return new Oid(Arrays.copyOfRange(arcs, index, arcs.length));
    }

    /** The first arcs, as many as this says. */
    public Oid upTo(int length) {
        return new Oid(Arrays.copyOf(arcs, Math.min(length, arcs.length)));
    }

    /** Whether this is the other identifier or lies below it. */
    public boolean startsWith(Oid other) {
        return arcs.length >= other.arcs.length
                && Arrays.equals(arcs, 0, other.arcs.length, other.arcs, 0, other.arcs.length);
    }

    /** The first identifier behind all that lie below this one; empty where there is none. */
    public Optional<Oid> successor() {
        for (int last = arcs.length - 1; last >= 0; last--) {
            if (arcs[last] != -1) {
                int[] next = Arrays.copyOf(arcs, last + 1);
                next[last]++;
                return Optional.of(new Oid(next));
            }
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(Oid other) {
        return Arrays.compareUnsigned(arcs, other.arcs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Oid oid && Arrays.equals(arcs, oid.arcs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(arcs);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int arc : arcs) {
            text.append(text.isEmpty() ? "" : ".").append(Integer.toUnsignedString(arc));
        }
        return text.toString();
    }
}
