package io.holdfast.agent.devices.ipmi.rmcp;

import io.holdfast.agent.devices.ipmi.message.Command;
import io.holdfast.agent.devices.ipmi.message.Decoded;
import io.holdfast.agent.devices.ipmi.message.LanMessage;
import io.holdfast.agent.devices.ipmi.message.NetFn;
import io.holdfast.agent.devices.ipmi.message.Octets;
import io.holdfast.agent.devices.ipmi.message.Outcome;
import io.holdfast.agent.devices.ipmi.message.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The questions that a BMC answers to anybody, before a session (IPMI 2.0, 22.13 and 22.15). */
final class Sessionless {

    /** The channel that the question comes in by. */
    private static final int THIS_CHANNEL = 0x0e;

    private static final int PAGE_BYTES = 16;

    /** The list's index has six bits. */
    private static final int MOST_PAGES = 64;

    private final Courier courier;

    Sessionless(Courier courier) {
        this.courier = courier;
    }

    /**
     * What the channel offers.
     *
     * @param rmcpPlus whether it speaks IPMI 2.0
     * @param ownKey whether it has a key K[G] of its own beside the users' passwords
     */
    record Capabilities(boolean rmcpPlus, boolean ownKey) {}

    /** Asks for the channel's capabilities at this privilege. */
    Outcome<Capabilities> capabilities(Privilege privilege) throws InterruptedException {
        return ask(
                new Command<>(
                        "Get Channel Authentication Capabilities",
                        Request.of(NetFn.APP, 0x38, 0x80 | THIS_CHANNEL, privilege.number()),
                        Sessionless::readCapabilities));
    }

    static Decoded<Capabilities> readCapabilities(Octets in) {
        if (!in.has(4)) {
            return Decoded.tooShort("channel capabilities", 4, in.length());
        }
        boolean extended = (in.u8(1) & 0x80) != 0;
        boolean two = extended && (in.u8(3) & 0x02) != 0;
        return new Decoded.Good<>(new Capabilities(two, (in.u8(2) & 0x20) != 0));
    }

    /** The numbers of the cipher suites that the channel says it offers; empty if it says none. */
    Optional<List<Integer>> suites() throws InterruptedException {
        Octets all = Octets.NONE;
        Octets before = Octets.NONE;
        for (int page = 0; page < MOST_PAGES; page++) {
            Outcome<Octets> outcome =
                    ask(
                            new Command<>(
                                    "Get Channel Cipher Suites",
                                    Request.of(NetFn.APP, 0x54, THIS_CHANNEL, 0, 0x80 | page),
                                    Sessionless::readPage));
            if (!(outcome instanceof Outcome.Got<Octets>(Octets got))) {
                return Optional.empty();
            }
            // Some BMCs answer every index with the first page.
            if (got.equals(before)) {
                break;
            }
            all = all.then(got);
            before = got;
            if (got.length() < PAGE_BYTES) {
                break;
            }
        }
        return Optional.of(readSuites(all));
    }

    private static Decoded<Octets> readPage(Octets in) {
        return in.has(1) ? new Decoded.Good<>(in.from(1)) : Decoded.tooShort("suites", 1, 0);
    }

    /** The numbers in a list of records (IPMI 2.0, table 22-18). */
    static List<Integer> readSuites(Octets in) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int at = 0; at + 1 < in.length(); at++) {
            int tag = in.u8(at);
            if (tag == 0xc0) {
                numbers.add(in.u8(at + 1));
                at++;
            } else if (tag == 0xc1) {
                // A maker's own suite: its number and the maker's follow.
                at += 4;
            }
        }
        return List.copyOf(new ArrayList<>(numbers));
    }

    private <T> Outcome<T> ask(Command<T> command) throws InterruptedException {
        byte[] packet = Packet.plain(LanMessage.encode(command.request(), 0));
        Delivery<LanMessage> delivery =
                courier.deliver(
                        command.name(),
                        true,
                        () -> packet,
                        bytes -> readReply(bytes, command.request()));
        return switch (delivery) {
            case Delivery.Came<LanMessage>(LanMessage message) -> command.read(message.reply());
            case Delivery.Failed<LanMessage>(var why) -> command.read(why);
        };
    }

    private static Decoded<LanMessage> readReply(byte[] bytes, Request request) {
        return switch (Packet.decode(bytes)) {
            case Decoded.Bad<Packet>(String reason) -> new Decoded.Bad<>(reason);
            case Decoded.Good<Packet>(Packet.Plus plus) ->
                    new Decoded.Bad<>("a packet of a session");
            case Decoded.Good<Packet>(Packet.Plain(Octets message)) ->
                    switch (LanMessage.decodeReply(message)) {
                        case Decoded.Bad<LanMessage> bad -> bad;
                        case Decoded.Good<LanMessage> good ->
                                good.value().answers(request, 0)
                                        ? good
                                        : new Decoded.Bad<>("an answer to another question");
                    };
        };
    }
}
