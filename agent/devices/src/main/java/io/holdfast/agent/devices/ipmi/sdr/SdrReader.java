package io.holdfast.agent.devices.ipmi.sdr;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.CompletionCode;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.message.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fetches a BMC's records under a reservation, in pieces as large as the BMC can give (IPMI 2.0,
 * 33.11 and 33.12; 35.3 and 35.4 for device SDRs).
 */
public final class SdrReader {

    /** A whole record in one answer; a BMC that cannot says so, and gets smaller questions. */
    private static final int WHOLE = 0xff;

    private static final int FIRST_CHUNK = 32;
    private static final int LEAST_CHUNK = 6;

    /** Somebody who takes our reservation so often is reading himself, without end. */
    private static final int MOST_RESERVATIONS = 16;

    private static final int LAST = 0xffff;

    private final Bmc bmc;
    private final Source source;
    private int chunk = WHOLE;
    private int reservation;
    private int reservations;

    /** Which of the two places of records is read. */
    private record Source(int netFn, int reserve, int get) {

        static final Source REPOSITORY = new Source(NetFn.STORAGE, 0x22, 0x23);
        static final Source DEVICE = new Source(NetFn.SENSOR, 0x22, 0x21);
    }

    private record Piece(int next, Octets bytes) {}

    private SdrReader(Bmc bmc, Source source) {
        this.bmc = bmc;
        this.source = source;
    }

    /** Asks whether the repository is still the one of this state. */
    public static Outcome<RepositoryInfo> info(Bmc bmc, boolean repository)
            throws InterruptedException {
        return bmc.ask(repository ? RepositoryInfo.COMMAND : RepositoryInfo.DEVICE);
    }

    /**
     * Reads all records.
     *
     * @param repository whether the BMC has a repository; otherwise its device SDRs are read
     */
    public static Outcome<Repository> read(Bmc bmc, boolean repository, RepositoryInfo info)
            throws InterruptedException {
        Source source = repository ? Source.REPOSITORY : Source.DEVICE;
        return new SdrReader(bmc, source).all(info);
    }

    private Outcome<Repository> all(RepositoryInfo info) throws InterruptedException {
        List<Octets> records = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        int id = 0;
        while (records.size() < Repository.MOST_RECORDS && seen.add(id)) {
            Outcome<Piece> outcome = record(id);
            if (!(outcome instanceof Outcome.Got<Piece>(Piece piece))) {
                return failed(outcome);
            }
            if (piece.bytes().length() > 0) {
                records.add(piece.bytes());
            }
            if (piece.next() == LAST) {
                return new Outcome.Got<>(new Repository(info, records));
            }
            id = piece.next();
        }
        return new Outcome.Missed<>(
                "Get SDR",
                Answer.Why.NOT_UNDERSTOOD,
                "the records have no end: after %s of them number %s came again"
                        .formatted(records.size(), id));
    }

    private static Outcome<Repository> failed(Outcome<Piece> outcome) {
        Answer.Why why =
                outcome instanceof Outcome.Missed<Piece> missed
                        ? missed.why()
                        : Answer.Why.NOT_UNDERSTOOD;
        return new Outcome.Missed<>("Get SDR", why, outcome.reason());
    }

    private Outcome<Piece> record(int id) throws InterruptedException {
        if (chunk == WHOLE) {
            Outcome<Piece> whole = piece(id, 0, WHOLE);
            if (!(whole instanceof Outcome.Refused<Piece>(String name, int code)
                    && CompletionCode.tooMuchAsked(code))) {
                return whole instanceof Outcome.Got<Piece>(Piece got) ? complete(id, got) : whole;
            }
            chunk = FIRST_CHUNK;
        }
        Outcome<Piece> head = piece(id, 0, SdrDecoder.HEADER);
        return head instanceof Outcome.Got<Piece>(Piece got) ? complete(id, got) : head;
    }

    /** Reads on until the length in the record's header is reached. */
    private Outcome<Piece> complete(int id, Piece first) throws InterruptedException {
        Octets bytes = first.bytes();
        if (!bytes.has(SdrDecoder.HEADER)) {
            return new Outcome.Missed<>(
                    "Get SDR", Answer.Why.NOT_UNDERSTOOD, "a record without a header");
        }
        int length = SdrDecoder.HEADER + bytes.u8(SdrDecoder.HEADER - 1);
        while (bytes.length() < length) {
            int limit = chunk == WHOLE ? FIRST_CHUNK : chunk;
            int count = Math.min(limit, length - bytes.length());
            Outcome<Piece> outcome = piece(id, bytes.length(), count);
            if (outcome instanceof Outcome.Refused<Piece>(String name, int code)
                    && CompletionCode.tooMuchAsked(code)
                    && limit > LEAST_CHUNK) {
                chunk = Math.max(LEAST_CHUNK, limit / 2);
                continue;
            }
            if (!(outcome instanceof Outcome.Got<Piece>(Piece piece))) {
                return outcome;
            }
            if (piece.bytes().length() == 0) {
                return new Outcome.Missed<>(
                        "Get SDR", Answer.Why.NOT_UNDERSTOOD, "a record that does not go on");
            }
            bytes = bytes.then(piece.bytes());
        }
        return new Outcome.Got<>(new Piece(first.next(), bytes.slice(0, length)));
    }

    /** Asks for a piece, with a new reservation where somebody took ours. */
    private Outcome<Piece> piece(int id, int offset, int count) throws InterruptedException {
        if (reservation == 0 && offset > 0) {
            reserve();
        }
        Outcome<Piece> outcome = bmc.ask(get(id, offset, count));
        while (outcome instanceof Outcome.Refused<Piece>(String name, int code)
                && code == CompletionCode.RESERVATION_LOST
                && reservations < MOST_RESERVATIONS) {
            reserve();
            outcome = bmc.ask(get(id, offset, count));
        }
        return outcome;
    }

    private void reserve() throws InterruptedException {
        reservations++;
        Command<Integer> reserve =
                new Command<>(
                        "Reserve SDR Repository",
                        Request.of(source.netFn(), source.reserve()),
                        in ->
                                in.has(2)
                                        ? new Decoded.Good<>(in.u16(0))
                                        : Decoded.tooShort("a reservation", 2, in.length()));
        reservation = bmc.ask(reserve).found().orElse(0);
    }

    private Command<Piece> get(int id, int offset, int count) {
        return new Command<>(
                "Get SDR",
                Request.of(
                        source.netFn(),
                        source.get(),
                        reservation & 0xff,
                        reservation >> 8,
                        id & 0xff,
                        id >> 8,
                        offset,
                        count),
                in ->
                        in.has(2)
                                ? new Decoded.Good<>(new Piece(in.u16(0), in.from(2)))
                                : Decoded.tooShort("a record", 2, in.length()));
    }
}
