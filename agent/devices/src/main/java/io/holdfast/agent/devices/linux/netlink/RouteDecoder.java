package io.holdfast.agent.devices.linux.netlink;

import io.holdfast.agent.devices.linux.netlink.LinkState.BondPortState;
import io.holdfast.agent.devices.linux.netlink.RouteMessage.Malformed;
import io.holdfast.agent.devices.linux.netlink.RouteMessage.Reason;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Decodes datagrams of the routing family: a total function, whatever the bytes are.
 *
 * <p>A datagram holds messages one after another, each a {@code struct nlmsghdr} with its payload,
 * padded to 4 bytes, in the byte order of the machine.
 */
public final class RouteDecoder {

    /** More messages in a datagram than this are not read: a dump's largest holds under 100. */
    static final int MOST_MESSAGES = 4096;

    static final int HEADER = 16;
    static final int IFINFOMSG = 16;

    static final int NLMSG_ERROR = 2;
    static final int NLMSG_DONE = 3;
    static final int RTM_NEWLINK = 16;
    static final int RTM_DELLINK = 17;
    static final int NLM_F_DUMP_INTR = 0x10;

    private static final int AF_UNSPEC = 0;
    private static final int IFF_UP = 0x1;
    private static final int IFF_LOWER_UP = 0x10000;
    private static final int LONGEST_NAME = 15;

    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MASTER = 10;
    private static final int IFLA_WIRELESS = 11;
    private static final int IFLA_OPERSTATE = 16;
    private static final int IFLA_LINKINFO = 18;
    private static final int IFLA_CARRIER_CHANGES = 35;
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int IFLA_INFO_SLAVE_KIND = 4;
    private static final int IFLA_INFO_SLAVE_DATA = 5;
    private static final int IFLA_BOND_ACTIVE_SLAVE = 2;
    private static final int IFLA_BOND_SLAVE_STATE = 1;
    private static final int IFLA_BOND_SLAVE_MII_STATUS = 2;
    private static final int IFLA_BOND_SLAVE_AD_AGGREGATOR_ID = 6;
    private static final int IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE = 7;
    private static final int IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE = 8;

    private static final String BOND = "bond";

    private RouteDecoder() {}

    /** Decodes what is between a buffer's position and limit, in the buffer's byte order. */
    public static List<RouteMessage> decode(ByteBuffer datagram) {
        List<RouteMessage> messages = new ArrayList<>();
        while (datagram.hasRemaining()) {
            if (messages.size() == MOST_MESSAGES) {
                messages.add(new Malformed(Reason.TOO_MANY));
                return messages;
            }
            if (datagram.remaining() < HEADER) {
                messages.add(new Malformed(Reason.SHORT_HEADER));
                return messages;
            }
            int start = datagram.position();
            int length = datagram.getInt(start);
            if (length < HEADER || length > datagram.remaining()) {
                messages.add(new Malformed(Reason.BAD_LENGTH));
                return messages;
            }
            int type = Short.toUnsignedInt(datagram.getShort(start + 4));
            int flags = Short.toUnsignedInt(datagram.getShort(start + 6));
            ByteBuffer body =
                    datagram.slice(start + HEADER, length - HEADER).order(datagram.order());
            messages.add(message(type, flags, body));
            datagram.position(Math.min(start + align(length), datagram.limit()));
        }
        return messages;
    }

    /** The next multiple of 4; lengths here never come near the end of int. */
    static int align(int length) {
        return (length + 3) & ~3;
    }

    private static RouteMessage message(int type, int flags, ByteBuffer body) {
        return switch (type) {
            case NLMSG_DONE -> new RouteMessage.DumpDone((flags & NLM_F_DUMP_INTR) != 0);
            case NLMSG_ERROR ->
                    body.remaining() < Integer.BYTES
                            ? new Malformed(Reason.SHORT_BODY)
                            : new RouteMessage.Answer(Math.abs(Math.max(body.getInt(0), -4095)));
            case RTM_NEWLINK, RTM_DELLINK -> link(type, body);
            default -> new RouteMessage.Other(type);
        };
    }

    private static RouteMessage link(int type, ByteBuffer body) {
        if (body.remaining() < IFINFOMSG) {
            return new Malformed(Reason.SHORT_BODY);
        }
        // A bridge tells of its ports by messages of its own family; there DELLINK means only
        // that a port left the bridge.
        if (body.get(0) != AF_UNSPEC) {
            return new RouteMessage.Other(type);
        }
        int index = body.getInt(4);
        int flags = body.getInt(8);
        body.position(IFINFOMSG);
        Optional<Attributes> parsed = Attributes.parse(body);
        if (parsed.isEmpty()) {
            return new Malformed(Reason.BAD_ATTRIBUTE);
        }
        Attributes attributes = parsed.get();
        String name = attributes.text(IFLA_IFNAME);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Malformed(Reason.BAD_NAME);
        }
        if (type == RTM_DELLINK) {
            return new RouteMessage.LinkGone(index, name);
        }
        // Events of the wireless extensions come as link messages that leave out all the rest.
        return attributes.has(IFLA_WIRELESS)
                ? new RouteMessage.Other(type)
                : new RouteMessage.Link(state(index, name, flags, attributes));
    }

    private static LinkState state(int index, String name, int flags, Attributes attributes) {
        Attributes info = attributes.nested(IFLA_LINKINFO);
        String kind = info.text(IFLA_INFO_KIND);
        OptionalInt active =
                kind.equals(BOND)
                        ? info.nested(IFLA_INFO_DATA).number(IFLA_BOND_ACTIVE_SLAVE)
                        : OptionalInt.empty();
        Optional<BondPortState> port =
                info.text(IFLA_INFO_SLAVE_KIND).equals(BOND)
                        ? Optional.of(port(info.nested(IFLA_INFO_SLAVE_DATA)))
                        : Optional.empty();
        OptionalInt changes = attributes.number(IFLA_CARRIER_CHANGES);
        return new LinkState(
                index,
                name,
                (flags & IFF_UP) != 0,
                (flags & IFF_LOWER_UP) != 0,
                attributes.number(IFLA_OPERSTATE).orElse(0),
                kind,
                attributes.number(IFLA_MASTER),
                active,
                port,
                changes.isPresent()
                        ? OptionalLong.of(Integer.toUnsignedLong(changes.getAsInt()))
                        : OptionalLong.empty());
    }

    private static BondPortState port(Attributes data) {
        return new BondPortState(
                data.number(IFLA_BOND_SLAVE_STATE).orElse(0),
                data.number(IFLA_BOND_SLAVE_MII_STATUS).orElse(0),
                data.number(IFLA_BOND_SLAVE_AD_AGGREGATOR_ID),
                data.number(IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE),
                data.number(IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE));
    }
}
