package io.holdfast.wire.stream;

/** The sizes that both ends of the wire keep. */
public final class WireLimits {

    /** The version of the rules that this code speaks. */
    public static final int PROTOCOL = 1;

    /** No message is longer; a longer one ends the stream. */
    public static final int MOST_MESSAGE_BYTES = 4 << 20;

    /** A sender closes a batch or a digest's part at about this size. */
    public static final int BATCH_BYTES = 128 << 10;

    /** No batch or digest's part holds more changes. */
    public static final int MOST_CHANGES = 1_000;

    /** A digest of more parts is a mistake or an attack. */
    public static final int MOST_PARTS = 10_000;

    /** Longer texts are cut, in characters; names have their own, shorter limit. */
    public static final int LONGEST_TEXT = 500;

    /** More pieces of evidence for one claim help nobody. */
    public static final int MOST_EVIDENCE = 16;

    /** A probe that misses more than this says so in one line. */
    public static final int MOST_UNSEEN = 200;

    /** More capabilities than a peer of any version has. */
    public static final int MOST_CAPABILITIES = 64;

    /** More probes than an agent runs. */
    public static final int MOST_LOOKS = 1_000;

    /** More devices than one agent asks. */
    public static final int MOST_DUTIES = 1_000;

    /** More labels than a machine has. */
    public static final int MOST_LABELS = 32;

    private WireLimits() {}

    /** A text within {@link #LONGEST_TEXT}. */
    static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
