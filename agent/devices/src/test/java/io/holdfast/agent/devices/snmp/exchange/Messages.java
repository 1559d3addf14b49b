package io.holdfast.agent.devices.snmp.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/** SNMPv2c messages as bytes, for agents that tests play. */
public final class Messages {

    private Messages() {}

    /** A message with this PDU. */
    public static byte[] encode(String community, PDU pdu) {
        Integer32 version = new Integer32(SnmpConstants.version2c);
        OctetString name = new OctetString(community);
        int length = version.getBERLength() + name.getBERLength() + pdu.getBERLength();
        BEROutputStream out =
                new BEROutputStream(
                        ByteBuffer.allocate(length + 1 + BER.getBERLengthOfLength(length)));
        try {
            BER.encodeHeader(out, BER.SEQUENCE, length);
            version.encodeBER(out);
            name.encodeBER(out);
            pdu.encodeBER(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.getBuffer().array();
    }

    /** The PDU of a message that we sent ourselves. */
    public static PDU decode(byte[] message, int length) {
        BERInputStream in = new BERInputStream(ByteBuffer.wrap(message, 0, length));
        PDU pdu = new PDU();
        try {
            BER.decodeHeader(in, new BER.MutableByte());
            new Integer32().decodeBER(in);
            new OctetString().decodeBER(in);
            pdu.decodeBER(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdu;
    }
}
