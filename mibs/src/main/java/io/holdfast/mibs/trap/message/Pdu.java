package io.holdfast.mibs.trap.message;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.trap.Binding;
import io.holdfast.mibs.trap.Key;
import io.holdfast.mibs.trap.Notification;
import io.holdfast.mibs.trap.V1Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What a PDU is, from its bytes. */
public sealed interface Pdu {

    /** The tag of a Trap-PDU of SNMPv1. */
    int V1_TRAP = 0xa4;

    /** The tag of an InformRequest-PDU. */
    int INFORM = 0xa6;

    /** The tag of an SNMPv2-Trap-PDU. */
    int TRAP = 0xa7;

    /** The tag of a Response-PDU. */
    int RESPONSE = 0xa2;

    /**
     * A notification.
     *
     * @param request its request-id; 0 in an SNMPv1 trap, which has none
     */
    record Told(Notification notification, int request) implements Pdu {}

    /**
     * A PDU that is right but tells nothing: a request or an answer.
     *
     * @param tag its tag
     */
    record Other(int tag) implements Pdu {}

    /** No PDU. */
    record Bad(String reason) implements Pdu {}

    /** Reads a PDU that fills a part of an array. */
    static Pdu read(byte[] bytes, int from, int to) {
        try {
            Ber ber = new Ber(bytes, from, to);
            int tag = ber.peek();
            return switch (tag) {
                case V1_TRAP -> new Told(v1(ber.open(tag)), 0);
                case TRAP -> v2(ber.open(tag), Notification.Form.TRAP);
                case INFORM -> v2(ber.open(tag), Notification.Form.INFORM);
                case 0xa0, 0xa1, RESPONSE, 0xa3, 0xa5, 0xa8 -> new Other(tag);
                default -> new Bad(String.format(Locale.ROOT, "no PDU has the tag 0x%02x", tag));
            };
        } catch (Ber.Bad e) {
            return new Bad(String.valueOf(e.getMessage()));
        }
    }

    private static Notification v1(Ber pdu) {
        Oid enterprise = pdu.name(Ber.NAME);
        int agent = address(pdu);
        int generic = pdu.whole(Ber.INTEGER);
        int specific = pdu.whole(Ber.INTEGER);
        long upTime = pdu.number(Values.TIME_TICKS) & 0xffff_ffffL;
        return V1Trap.translate(enterprise, agent, generic, specific, upTime, bindings(pdu));
    }

    private static int address(Ber pdu) {
        byte[] four = pdu.octets(Values.ADDRESS);
        if (four.length != 4) {
            throw new Ber.Bad("an address of " + four.length + " bytes");
        }
        return Values.address(four);
    }

    private static Pdu v2(Ber pdu, Notification.Form form) {
        int request = pdu.whole(Ber.INTEGER);
        pdu.number(Ber.INTEGER);
        pdu.number(Ber.INTEGER);
        OptionalLong upTime = OptionalLong.empty();
        Optional<Oid> trap = Optional.empty();
        List<Binding> others = new ArrayList<>();
        for (Binding binding : bindings(pdu)) {
            Optional<Oid> key = binding.key().number();
            if (trap.isEmpty()
                    && key.filter(Notification.TRAP::equals).isPresent()
                    && binding.value() instanceof Value.Name(Oid name)) {
                trap = Optional.of(name);
            } else if (upTime.isEmpty() && key.filter(Notification.UP_TIME::equals).isPresent()) {
                upTime = binding.value().number();
            } else {
                others.add(binding);
            }
        }
        if (trap.isEmpty()) {
            return new Bad("no snmpTrapOID.0 among the bindings");
        }
        Key name = new Key.Numbered(trap.get());
        return new Told(new Notification(form, name, upTime, Optional.empty(), others), request);
    }

    private static List<Binding> bindings(Ber pdu) {
        Ber list = pdu.open(Ber.SEQUENCE);
        List<Binding> bindings = new ArrayList<>();
        while (list.more()) {
            if (bindings.size() == Notification.MOST_BINDINGS) {
                throw new Ber.Bad("more than " + Notification.MOST_BINDINGS + " bindings");
            }
            Ber binding = list.open(Ber.SEQUENCE);
            Oid key = binding.name(Ber.NAME);
            bindings.add(new Binding(new Key.Numbered(key), Values.read(binding)));
        }
        return bindings;
    }
}
