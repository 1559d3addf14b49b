package io.holdfast.agent.devices.serial.line;

import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/**
 * Questions and answers on a line, each answer bounded in length and in time. For one thread.
 *
 * @param line the line
 * @param ticker measures deadlines
 */
public record Exchange(Line line, Ticker ticker) {

    /** The most bytes thrown away before a question; a device that babbles more never pauses. */
    public static final int MOST_STALE_BYTES = 4096;

    /** The longest answer that any question may allow, in bytes. */
    public static final int LONGEST_ANSWER = 1 << 16;

    /** How long a device may hold us back while we send. */
    static final Duration WRITE_WITHIN = Duration.ofSeconds(2);

    private static final Duration STALE_WAIT = Duration.ofMillis(20);

    /** What came of a question. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, decoded and never compared.
    public sealed interface Reply {

        /** A whole answer, with what ends it. */
        record Whole(byte[] bytes) implements Reply {}

        /** An answer that did not end in time, or not within its greatest length. */
        record Broken(byte[] bytes, boolean tooLong) implements Reply {}

        /** Nothing at all came in time. */
        record Nothing() implements Reply {}

        /** The line broke. */
        record Gone(Silence why) implements Reply {}
    }

    /**
     * Throws stale bytes away, sends a question, and reads its answer up to and with the first byte
     * that ends it.
     *
     * @param most the longest answer, in bytes
     * @param within how long the whole answer may take
     */
    public Reply ask(byte[] question, IntPredicate ends, int most, Duration within)
            throws InterruptedException {
        Optional<Reply> failed = say(question);
        return failed.isPresent() ? failed.get() : listen(ends, most, within);
    }

    /** Throws stale bytes away and sends; gives a reply only where the line broke. */
    public Optional<Reply> say(byte[] question) throws InterruptedException {
        int stale = 0;
        while (stale < MOST_STALE_BYTES) {
            Received received = line.read(MOST_STALE_BYTES - stale, STALE_WAIT);
            if (received instanceof Received.Gone(Silence why)) {
                return Optional.of(new Reply.Gone(why));
            }
            if (!(received instanceof Received.Bytes(byte[] bytes))) {
                break;
            }
            stale += bytes.length;
        }
        return line.write(question, WRITE_WITHIN).map(Reply.Gone::new);
    }

    /** Reads an answer up to and with the first byte that ends it; what follows is dropped. */
    public Reply listen(IntPredicate ends, int most, Duration within) throws InterruptedException {
        return listenTo(
                bytes -> {
                    for (int i = 0; i < bytes.length; i++) {
                        if (ends.test(bytes[i] & 0xff)) {
                            return i + 1;
                        }
                    }
                    return 0;
                },
                most,
                within);
    }

    /**
     * Reads an answer that says itself where it ends.
     *
     * @param end given all that came so far, how many bytes are the answer; 0 while it goes on
     */
    public Reply listenTo(ToIntFunction<byte[]> end, int most, Duration within)
            throws InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long start = ticker.nanos();
        while (all.size() < most) {
            long left = within.toNanos() - (ticker.nanos() - start);
            if (left <= 0) {
                break;
            }
            switch (line.read(most - all.size(), Duration.ofNanos(left))) {
                case Received.Gone(Silence why) -> {
                    return new Reply.Gone(why);
                }
                case Received.Quiet() -> {
                    return unended(all, false);
                }
                case Received.Bytes(byte[] bytes) -> all.writeBytes(bytes);
            }
            byte[] soFar = all.toByteArray();
            int length = end.applyAsInt(soFar);
            if (length > 0) {
                return new Reply.Whole(Arrays.copyOf(soFar, length));
            }
        }
        return unended(all, all.size() >= most);
    }

    private static Reply unended(ByteArrayOutputStream all, boolean tooLong) {
        return all.size() == 0 ? new Reply.Nothing() : new Reply.Broken(all.toByteArray(), tooLong);
    }

    /** Bytes as a person can read them: what is no printable ASCII becomes a dot. */
    public static String shown(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        text.chars().limit(80).forEach(c -> out.append(c >= ' ' && c < 0x7f ? (char) c : '.'));
        return out.toString();
    }
}
