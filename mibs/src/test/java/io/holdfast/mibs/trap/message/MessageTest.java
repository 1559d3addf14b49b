package io.holdfast.mibs.trap.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.mibs.trap.Binding;
import io.holdfast.mibs.trap.Key;
import io.holdfast.mibs.trap.Notification;
import io.holdfast.mibs.trap.TrapCatalogue;
import io.holdfast.testkit.ByteMutations;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    /** snmptrap -v 1 -c public, enterprise 1.3.6.1.4.1.318, specific 5, one OCTET STRING. */
    private static final byte[] V1 =
            hex(
                    "304202010004067075626c6963a43506072b06010401823e40047f0000010201"
                            + "0602010543012a301b3019060b2b06010401823e02030300040a4f6e20626174"
                            + "74657279");

    /** linkDown of SNMPv2c with ifIndex.7. */
    private static final byte[] V2 =
            hex(
                    "305102010104067075626c6963a7440201010201000201003039300d06082b06"
                            + "01020101030043012a3017060a2b06010603010104010006092b060106030101"
                            + "0503300f060a2b060102010202010107020107");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static Notification told(byte[] bytes) {
        Message.Community message = (Message.Community) Message.read(bytes, 0, bytes.length);
        return ((Pdu.Told) Pdu.read(bytes, message.from(), message.to())).notification();
    }

    @Test
    void translatesATrapOfTheFirstVersion() {
        Notification trap = told(V1);
        assertThat(trap.form()).isEqualTo(Notification.Form.V1_TRAP);
        assertThat(trap.trap()).isEqualTo(new Key.Numbered(Oid.parse("1.3.6.1.4.1.318.0.5")));
        assertThat(trap.agent()).hasValue(0x7f000001);
        assertThat(trap.upTime()).hasValue(42);
        assertThat(trap.bindings())
                .contains(
                        new Binding(
                                new Key.Numbered(Notification.ENTERPRISE),
                                new Value.Name(Oid.parse("1.3.6.1.4.1.318"))));
    }

    @Test
    void readsATrapOfTheSecondVersion() {
        Notification trap = told(V2);
        assertThat(trap.form()).isEqualTo(Notification.Form.TRAP);
        assertThat(trap.trap()).isEqualTo(new Key.Numbered(Oid.parse("1.3.6.1.6.3.1.1.5.3")));
        assertThat(trap.bindings()).hasSize(1);
    }

    @Test
    void aRequestIsNoNotification() {
        byte[] get = V2.clone();
        get[13] = (byte) 0xa0;
        Message.Community message = (Message.Community) Message.read(get, 0, get.length);
        assertThat(message.community().text()).isEqualTo("public");
        assertThat(Pdu.read(get, message.from(), message.to())).isEqualTo(new Pdu.Other(0xa0));
    }

    @Test
    void whatIsDamagedIsToldAndNeverThrown() {
        TrapCatalogue catalogue = TrapCatalogue.shipped(List.of());
        for (byte[] good : List.of(V1, V2)) {
            ByteMutations.feed(good, 4, bytes -> decodeAll(catalogue, bytes));
        }
    }

    private static void decodeAll(TrapCatalogue catalogue, byte[] bytes) {
        switch (Message.read(bytes, 0, bytes.length)) {
            case Message.Community(int version, Value.Octets community, int from, int to) -> {
                if (Pdu.read(bytes, from, to) instanceof Pdu.Told told) {
                    assertThat(catalogue.decode(told.notification()).summary()).isNotEmpty();
                }
            }
            case Message.Secured secured -> assertThat(secured.user()).isNotNull();
            case Message.Bad bad -> assertThat(bad.reason()).isNotEmpty();
        }
    }
}
