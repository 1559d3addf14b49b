package io.holdfast.mibs.trap.message;

import io.holdfast.mibs.object.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An SNMP message around a PDU, from the bytes of a datagram. */
public sealed interface Message {

    /** The largest message that fits a datagram of UDP. */
    int MOST_BYTES = 65_507;

    /**
     * A message of SNMPv1 (RFC 1157) or SNMPv2c (RFC 1901).
     *
     * @param version 0 or 1, as on the wire
     * @param community by what it claims to be allowed
     * @param from where its PDU begins
     * @param to where its PDU ends
     */
    record Community(int version, Value.Octets community, int from, int to) implements Message {}

    /**
     * A message of SNMPv3 with the user-based security model (RFC 3412, RFC 3414). Nothing of it is
     * proved here.
     *
     * @param engine the authoritative engine's id
     * @param user the user's name
     * @param authenticated whether it claims to be authenticated
     * @param encrypted whether its PDU cannot be read without the user's key
     * @param clear where its PDU lies if it is not encrypted
     */
    record Secured(
            Value.Octets engine,
            String user,
            boolean authenticated,
            boolean encrypted,
            Optional<Part> clear)
            implements Message {}

    /** A part of the bytes. */
    record Part(int from, int to) {}

    /** No SNMP message. */
    record Bad(String reason) implements Message {}

    /** Reads the message of a datagram. */
    static Message read(byte[] bytes, int from, int to) {
        try {
            Ber message = new Ber(bytes, from, to).open(Ber.SEQUENCE);
            int version = message.whole(Ber.INTEGER);
            return switch (version) {
                case 0, 1 -> {
                    Value.Octets community = new Value.Octets(message.octets(Ber.OCTETS));
                    yield new Community(version, community, message.position(), message.end());
                }
                case 3 -> secured(message);
                default -> new Bad("no SNMP version has the number " + version);
            };
        } catch (Ber.Bad e) {
            return new Bad(String.valueOf(e.getMessage()));
        }
    }

    private static Message secured(Ber message) {
        Ber header = message.open(Ber.SEQUENCE);
        header.number(Ber.INTEGER);
        header.number(Ber.INTEGER);
        byte[] flags = header.octets(Ber.OCTETS);
        int model = header.whole(Ber.INTEGER);
        if (model != 3 || flags.length != 1) {
            return new Bad("security model " + model + ", of which nothing is known");
        }
        boolean authenticated = (flags[0] & 1) != 0;
        boolean encrypted = (flags[0] & 2) != 0;
        Ber outer = message.open(Ber.OCTETS);
        Ber usm = outer.open(Ber.SEQUENCE);
        Value.Octets engine = new Value.Octets(usm.octets(Ber.OCTETS));
        usm.number(Ber.INTEGER);
        usm.number(Ber.INTEGER);
        String user = new String(usm.octets(Ber.OCTETS), StandardCharsets.UTF_8);
        Optional<Part> clear = Optional.empty();
        if (!encrypted) {
            Ber scoped = message.open(Ber.SEQUENCE);
            scoped.open(Ber.OCTETS);
            scoped.open(Ber.OCTETS);
            clear = Optional.of(new Part(scoped.position(), scoped.end()));
        }
        return new Secured(engine, user, authenticated, encrypted, clear);
    }
}
