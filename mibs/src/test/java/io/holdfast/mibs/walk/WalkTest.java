package io.holdfast.mibs.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import io.holdfast.testkit.Mutations;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final String SNMPREC =
            """
            1.3.6.1.2.1.1.1.0|4x|41636d650a555053
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.99999
            1.3.6.1.2.1.2.2.1.10.1|65|4294967295
            1.3.6.1.2.1.4.20.1.1.1|64|192.0.2.1
            1.3.6.1.2.1.31.1.1.1.6.1|70|18446744073709551615
            1.3.6.1.2.1.33.1.2.6.0|2|-5
            1.3.6.1.2.1.1.4.0|5|
            """;

    private static final String SNMPWALK =
            """
            .1.3.6.1.2.1.1.1.0 = STRING: "Acme
            UPS"
            .1.3.6.1.2.1.1.2.0 = OID: .1.3.6.1.4.1.99999
            .1.3.6.1.2.1.1.3.0 = Timeticks: (1234) 0:00:12.34
            .1.3.6.1.2.1.2.2.1.6.1 = Hex-STRING: 00 25 B5 AA 00 FF
            .1.3.6.1.2.1.2.2.1.7.1 = INTEGER: up(1)
            .1.3.6.1.2.1.33.1.2.6.0 = INTEGER: -5
            .1.3.6.1.2.1.4.20.1.1.1 = IpAddress: 192.0.2.1
            .1.3.6.1.2.1.1.6.0 = ""
            .1.3.6.1.2.1.1.7.0 = No Such Instance currently exists at this OID
            """;

    @Test
    void readsSnmprec() {
        Walk walk = Walk.parse(SNMPREC);
        assertThat(walk.unread()).isEmpty();
        assertThat(walk.sysDescr()).isEqualTo("Acme\nUPS");
        assertThat(walk.sysObjectId()).isEqualTo(Oid.parse("1.3.6.1.4.1.99999"));
        assertThat(shown(walk, "1.3.6.1.2.1.31.1.1.1.6.1")).isEqualTo("18446744073709551615");
        assertThat(shown(walk, "1.3.6.1.2.1.4.20.1.1.1")).isEqualTo("192.0.2.1");
        assertThat(walk.said().all()).hasSize(6);
    }

    @Test
    void readsSnmpwalk() {
        Walk walk = Walk.parse(SNMPWALK);
        assertThat(walk.unread()).isEmpty();
        assertThat(walk.sysDescr()).isEqualTo("Acme\nUPS");
        assertThat(shown(walk, "1.3.6.1.2.1.1.3.0")).isEqualTo("1234");
        assertThat(shown(walk, "1.3.6.1.2.1.2.2.1.6.1")).isEqualTo("00:25:b5:aa:00:ff");
        assertThat(shown(walk, "1.3.6.1.2.1.2.2.1.7.1")).isEqualTo("1");
        assertThat(shown(walk, "1.3.6.1.2.1.33.1.2.6.0")).isEqualTo("-5");
        assertThat(shown(walk, "1.3.6.1.2.1.1.6.0")).isEmpty();
        assertThat(walk.said().get(Oid.parse("1.3.6.1.2.1.1.7.0"))).isEmpty();
    }

    @Test
    void saysWhatItCannotRead() {
        Walk walk = Walk.parse("what\n1.3.6|2|x\n1.3.6.1|2|7\n");
        assertThat(walk.unread()).hasSize(2).allSatisfy(l -> assertThat(l).contains("expected"));
        assertThat(walk.said().all()).hasSize(1);
    }

    @Test
    void damagedWalksNeverThrow() {
        Mutations.feed(List.of(SNMPREC, SNMPWALK), 20_261_124, Walk::parse);
    }

    private static String shown(Walk walk, String oid) {
        return walk.said().get(Oid.parse(oid)).map(Value::shown).orElse("missing");
    }
}
