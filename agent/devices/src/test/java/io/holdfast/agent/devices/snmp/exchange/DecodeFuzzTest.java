package io.holdfast.agent.devices.snmp.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testkit.ByteMutations;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/** Damaged datagrams never get beyond a count. */
final class DecodeFuzzTest {

    private static final InetSocketAddress PEER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 161);

    /** What Net-SNMP 5.9.3 sent in answer to a discovery: a report of SNMPv3. */
    private static final byte[] REPORT =
            HexFormat.of()
                    .parseHex(
                            "3071020103301102043a1b2c3d020300ffe30401000201030421301f04118000"
                                    + "1f88801342a03b4cb6056b000000000201010201080400040004003036041180"
                                    + "001f88801342a03b4cb6056b000000000400a81f020412345678020100020100"
                                    + "3011300f060a2b060106030f01010400410101");

    static Stream<byte[]> messages() {
        return Stream.of(Messages.encode("public", response()), REPORT);
    }

    private static PDU response() {
        PDU pdu = new PDU();
        pdu.setType(PDU.RESPONSE);
        pdu.setRequestID(new Integer32(77));
        OID name = new OID("1.3.6.1.2.1.2.2.1.1.4294967295");
        pdu.add(new VariableBinding(name, new Integer32(-7)));
        pdu.add(new VariableBinding(name, new Gauge32(4_294_967_295L)));
        pdu.add(new VariableBinding(name, new Counter64(-1)));
        pdu.add(new VariableBinding(name, new TimeTicks(12)));
        pdu.add(new VariableBinding(name, new OctetString("switch")));
        pdu.add(new VariableBinding(name, new Opaque(new byte[] {1, 2})));
        pdu.add(new VariableBinding(name, new IpAddress("10.1.2.3")));
        pdu.add(new VariableBinding(name, new OID("1.3.6.1.4.1.9")));
        pdu.add(new VariableBinding(name, Null.noSuchInstance));
        pdu.add(new VariableBinding(name, Null.endOfMibView));
        return pdu;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theListenerSurvivesThem(byte[] good) throws Exception {
        try (Exchange exchange = unplugged()) {
            UdpWire wire = exchange.wire();
            exchange.peers().begin(PEER);
            ByteMutations.feed(good, 20_261, bytes -> wire.take(PEER, ByteBuffer.wrap(bytes)));
            assertThat(exchange.underWay()).isZero();
        }
    }

    @Test
    void whatDecodesIsRead() {
        byte[] good = Messages.encode("public", response());
        assertThat(Codec.read(Messages.decode(good, good.length)))
                .isInstanceOfSatisfying(
                        Reply.Answer.class, answer -> assertThat(answer.bindings()).hasSize(10));
    }

    @Test
    void aDamagedPduIsReadOrRefused() {
        PDU response = response();
        byte[] message = Messages.encode("public", response);
        int from = message.length - response.getBERLength();
        byte[] good = Arrays.copyOfRange(message, from, message.length);
        ByteMutations.feed(
                good,
                20_262,
                bytes -> {
                    PDU pdu = new PDU();
                    try {
                        pdu.decodeBER(new BERInputStream(ByteBuffer.wrap(bytes)));
                    } catch (IOException | RuntimeException e) {
                        return; // the library's own refusals, which the listener counts
                    }
                    assertThat(Codec.read(pdu)).isNotNull();
                });
    }

    /** An exchange without a network: its socket is not bound and its listener does nothing. */
    private static Exchange unplugged() throws SocketException {
        return new Exchange(
                new DatagramSocket(null), task -> new Thread(() -> {}), () -> 0, new Random(1), 10);
    }
}
