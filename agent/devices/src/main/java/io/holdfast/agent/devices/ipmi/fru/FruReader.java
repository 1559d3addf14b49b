package io.holdfast.agent.devices.ipmi.fru;

import io.holdfast.agent.devices.ipmi.message.Answer;
import io.holdfast.agent.devices.ipmi.message.Bmc;
import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.CompletionCode;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.message.Request;
import java.util.List;

/** Fetches a unit's inventory memory, of which only the areas that we read. */
public final class FruReader {

    /** No area that we read lies further on. */
    static final int MOST_BYTES = 2048;

    /** What every BMC returns at once; some time out at more. */
    private static final int CHUNK = 32;

    private static final int LEAST_CHUNK = 8;

    private final Bmc bmc;

    public FruReader(Bmc bmc) {
        this.bmc = bmc;
    }

    /** What the unit of this number says of itself. */
    public Outcome<FruInfo> read(int device) throws InterruptedException {
        Outcome<Size> size = bmc.ask(size(device));
        if (!(size instanceof Outcome.Got<Size>(Size found))) {
            return new Outcome.Missed<>(
                    "Get FRU Inventory Area Info", Answer.Why.NOT_UNDERSTOOD, size.reason());
        }
        Octets memory = Octets.NONE;
        int wanted = Math.min(found.bytes(), FruDecoder.HEADER);
        int chunk = CHUNK;
        while (memory.length() < wanted) {
            int count = Math.min(chunk, wanted - memory.length());
            count = found.words() ? Math.max(2, count) : count;
            Outcome<Octets> part = bmc.ask(part(device, memory.length(), count, found.words()));
            if (part instanceof Outcome.Refused<Octets>(String name, int code)
                    && CompletionCode.tooMuchAsked(code)
                    && chunk > LEAST_CHUNK) {
                chunk /= 2;
                continue;
            }
            if (!(part instanceof Outcome.Got<Octets>(Octets got)) || got.length() == 0) {
                break;
            }
            boolean first = memory.length() < FruDecoder.HEADER;
            memory = memory.then(got);
            if (first && memory.has(FruDecoder.HEADER)) {
                wanted = end(memory, found.bytes());
            } else if (memory.length() >= wanted) {
                wanted = Math.max(wanted, end(memory, found.bytes()));
            }
        }
        return new Command<>("Read FRU Data", Request.of(0, 0), FruDecoder::decode)
                .read(new Answer.Reply(0, memory));
    }

    /** Up to where the memory must be read to hold both areas. */
    private static int end(Octets memory, int size) {
        if (!(FruDecoder.areas(memory)
                instanceof Decoded.Good<List<Integer>>(List<Integer> areas))) {
            return memory.length();
        }
        int end = 0;
        for (int at : areas) {
            if (at != 0) {
                boolean known = at + 2 <= memory.length();
                end = Math.max(end, known ? at + memory.u8(at + 1) * 8 : at + 8);
            }
        }
        return Math.min(Math.min(end, size), MOST_BYTES);
    }

    private record Size(int bytes, boolean words) {}

    private static Command<Size> size(int device) {
        return new Command<>(
                "Get FRU Inventory Area Info",
                Request.of(NetFn.STORAGE, 0x10, device),
                in ->
                        in.has(3)
                                ? new Decoded.Good<>(new Size(in.u16(0), (in.u8(2) & 1) == 1))
                                : Decoded.tooShort("a FRU's size", 3, in.length()));
    }

    private static Command<Octets> part(int device, int offset, int count, boolean words) {
        int at = words ? offset / 2 : offset;
        int units = words ? count / 2 : count;
        return new Command<>(
                "Read FRU Data",
                Request.of(NetFn.STORAGE, 0x11, device, at & 0xff, at >> 8, units),
                in ->
                        in.has(1)
                                ? new Decoded.Good<>(in.slice(1, Math.min(in.length(), 1 + count)))
                                : Decoded.tooShort("a part of a FRU", 1, in.length()));
    }
}
