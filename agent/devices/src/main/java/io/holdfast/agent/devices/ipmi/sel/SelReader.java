package io.holdfast.agent.devices.ipmi.sel;

import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.CompletionCode;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.message.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what has been added to the log since it was read last. One for each BMC. */
public final class SelReader {

    /** In one go; a fuller log is read on the next time. */
    public static final int MOST_ENTRIES = 512;

    private static final int FIRST = 0x0000;
    private static final int LAST = 0xffff;

    private final Bmc bmc;
    private Optional<SelInfo> before = Optional.empty();
    private int lastRead = FIRST;
    private Octets lastBytes = Octets.NONE;

    public SelReader(Bmc bmc) {
        this.bmc = bmc;
    }

    /**
     * What is new.
     *
     * @param info the log's state; empty where the BMC did not tell
     * @param entries the new entries, oldest first
     * @param unreadable how many could not be understood
     * @param more whether there are more than {@value SelReader#MOST_ENTRIES}
     */
    public record News(
            Optional<SelInfo> info, List<SelEntry> entries, int unreadable, boolean more) {

        public News {
            entries = List.copyOf(entries);
        }
    }

    /** Asks whether the log has changed and, if so, reads what is new. */
    public News read() throws InterruptedException {
        Outcome<SelInfo> outcome = bmc.ask(SelInfo.COMMAND);
        if (!(outcome instanceof Outcome.Got<SelInfo>(SelInfo info))) {
            return new News(Optional.empty(), List.of(), 0, false);
        }
        boolean unchanged =
                before.filter(
                                b ->
                                        b.added() == info.added()
                                                && b.erased() == info.erased()
                                                && b.entries() == info.entries())
                        .isPresent();
        boolean cleared = before.filter(b -> b.erased() != info.erased()).isPresent();
        if (unchanged || info.entries() == 0) {
            before = Optional.of(info);
            return new News(before, List.of(), 0, false);
        }
        if (cleared) {
            lastRead = FIRST;
        }
        News news = walk(info);
        before = news.more() ? Optional.empty() : Optional.of(info);
        return news;
    }

    private News walk(SelInfo info) throws InterruptedException {
        List<SelEntry> entries = new ArrayList<>();
        int unreadable = 0;
        boolean skip = lastRead != FIRST;
        int next = lastRead;
        for (int i = 0; i <= MOST_ENTRIES; i++) {
            Outcome<Page> outcome = bmc.ask(entry(next));
            if (skip && lost(outcome)) {
                // The log was cleared or has wrapped behind our back: from the beginning.
                skip = false;
                next = FIRST;
                continue;
            }
            if (!(outcome instanceof Outcome.Got<Page>(Page page))) {
                return new News(Optional.of(info), entries, unreadable, false);
            }
            if (skip) {
                skip = false;
            } else {
                switch (SelDecoder.decode(page.bytes())) {
                    case Decoded.Good<SelEntry>(SelEntry entry) -> {
                        entries.add(entry);
                        lastRead = entry.id();
                        lastBytes = page.bytes();
                    }
                    case Decoded.Bad<SelEntry> bad -> unreadable++;
                }
            }
            if (page.next() == LAST || page.next() == next) {
                return new News(Optional.of(info), entries, unreadable, false);
            }
            next = page.next();
        }
        return new News(Optional.of(info), entries, unreadable, true);
    }

    private boolean lost(Outcome<Page> outcome) {
        return switch (outcome) {
            case Outcome.Got<Page>(Page page) -> !page.bytes().equals(lastBytes);
            case Outcome.Refused<Page>(String name, int code) -> code == CompletionCode.NOT_PRESENT;
            case Outcome.Missed<Page> missed -> false;
        };
    }

    private record Page(int next, Octets bytes) {}

    private static Command<Page> entry(int id) {
        return new Command<>(
                "Get SEL Entry",
                Request.of(NetFn.STORAGE, 0x43, 0, 0, id & 0xff, id >> 8, 0, 0xff),
                in ->
                        in.has(2)
                                ? new Decoded.Good<>(new Page(in.u16(0), in.from(2)))
                                : Decoded.tooShort("a log entry", 2, in.length()));
    }
}
