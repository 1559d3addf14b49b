package io.holdfast.mibs.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.config.yaml.Loaded;
import io.holdfast.mibs.profile.Profile;
import io.holdfast.mibs.profile.ProfileText;
import io.holdfast.mibs.walk.Walk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How outlets are switched: of the shipped profiles, held against the MIBs' own numbers. */
final class ControlsTest {

    private static final String SYSTEM =
            "1.3.6.1.2.1.1.1.0|4|device\n1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.";

    /** The family, an instance that its outlet has, and what is written and read of it. */
    @ParameterizedTest
    @CsvSource({
        // rPDUOutletControlOutletCommand: immediateOn(1), immediateOff(2)
        "318.1.3.4.4, 318.1.1.12.3.5.1.1.4.7, 318.1.1.12.3.3.1.1.4.7=2,"
                + " 318.1.1.12.3.3.1.1.4.7=1, 318.1.1.12.3.5.1.1.4.7=2|1",
        // sPDUOutletCtl: outletOn(1), outletOff(2)
        "318.1.3.4.4, 318.1.1.4.4.2.1.3.7, 318.1.1.4.4.2.1.3.7=2, 318.1.1.4.4.2.1.3.7=1,"
                + " 318.1.1.4.4.2.1.3.7=2|1",
        // rPDU2OutletSwitchedControlCommand: immediateOn(1), immediateOff(2); state off(1), on(2)
        "318.1.3.4.6, 318.1.1.26.9.2.3.1.5.7, 318.1.1.26.9.2.4.1.5.7=2,"
                + " 318.1.1.26.9.2.4.1.5.7=1, 318.1.1.26.9.2.3.1.5.7=1|2",
        // pduOutletSwitchedControlCommand: immediateOff(1), immediateOn(2); state off(0), on(1)
        "318.1.3.4.10, 318.1.1.32.5.4.1.4.1.7, 318.1.1.32.5.5.1.4.1.7=1,"
                + " 318.1.1.32.5.5.1.4.1.7=2, 318.1.1.32.5.4.1.4.1.7=0|1",
        // switchingOperation: off(0), on(1); outletSwitchingState on(7), off(8)
        "13742.6, 13742.6.3.5.3.1.2.1.7, 13742.6.4.1.2.1.2.1.7=0, 13742.6.4.1.2.1.2.1.7=1,"
                + " 13742.6.4.1.2.1.3.1.7=8|7",
        // outletOperationalState: off(0), on(1)
        "13742.4, 13742.4.1.2.2.1.3.7, 13742.4.1.2.2.1.3.7=0, 13742.4.1.2.2.1.3.7=1,"
                + " 13742.4.1.2.2.1.3.7=0|1",
        // outletControlOffCmd, outletControlOnCmd: seconds until it is done
        "534.6.6.7, 534.6.6.7.6.6.1.2.0.7, 534.6.6.7.6.6.1.3.0.7=0, 534.6.6.7.6.6.1.4.0.7=0,"
                + " 534.6.6.7.6.6.1.2.0.7=0|1",
        // outletControlAction: on(1), off(2); outletStatus off(0), on(1)
        "1718.3, 1718.3.2.3.1.5.1.1.7, 1718.3.2.3.1.11.1.1.7=2, 1718.3.2.3.1.11.1.1.7=1,"
                + " 1718.3.2.3.1.5.1.1.7=0|1",
        // st4OutletControlAction: on(1), off(2); st4OutletState on(1), off(2)
        "1718.4, 1718.4.1.8.3.1.1.1.1.7, 1718.4.1.8.5.1.2.1.1.7=2, 1718.4.1.8.5.1.2.1.1.7=1,"
                + " 1718.4.1.8.3.1.1.1.1.7=2|1",
        // pduOutletSwitchControl: on(2), off(4); pduOutletSwitchState on(1), off(2)
        "21239.5.2, 21239.5.2.3.5.1.4.7, 21239.5.2.3.5.1.6.7=4, 21239.5.2.3.5.1.6.7=2,"
                + " 21239.5.2.3.5.1.4.7=2|1",
        // ePDUOutletControlOutletCommand: immediateOn(1), immediateOff(2)
        "3808, 3808.1.1.3.3.5.1.1.4.7, 3808.1.1.3.3.3.1.1.4.7=2, 3808.1.1.3.3.3.1.1.4.7=1,"
                + " 3808.1.1.3.3.5.1.1.4.7=2|1",
        // ePDU2OutletSwitchedControlCommand: immediateOn(1), immediateOff(2)
        "3808, 3808.1.1.6.6.1.4.1.5.7, 3808.1.1.6.6.1.5.1.5.7=2, 3808.1.1.6.6.1.5.1.5.7=1,"
                + " 3808.1.1.6.6.1.4.1.5.7=2|1",
        // atsOutletCtrlCommand: immediateOn(2), immediateOff(3)
        "3808, 3808.1.1.5.6.3.1.3.7, 3808.1.1.5.6.5.1.3.7=3, 3808.1.1.5.6.5.1.3.7=2,"
                + " 3808.1.1.5.6.3.1.3.7=2|1",
        // pdu3OutletControlOffCmd, pdu3OutletControlOnCmd: seconds until it is done
        "232.165, 232.165.11.5.2.1.1.1.7, 232.165.11.5.2.1.2.1.7=0, 232.165.11.5.2.1.3.1.7=0,"
                + " 232.165.11.5.2.1.1.1.7=1|2",
        // lgpPduRcpEntryControl: off(0), on(1); lgpPduRcpEntryPwrState off(1), on(2)
        "476.1.42, 476.1.42.3.8.50.20.1.95.1.2.7, 476.1.42.3.8.50.20.1.100.1.2.7=0,"
                + " 476.1.42.3.8.50.20.1.100.1.2.7=1, 476.1.42.3.8.50.20.1.95.1.2.7=1|2",
        // tlpPduOutletCommand: turnOff(1), turnOn(2); tlpPduOutletState off(1), on(2)
        "850.1, 850.1.1.3.2.3.3.1.1.4.1.7, 850.1.1.3.2.3.3.1.1.6.1.7=1,"
                + " 850.1.1.3.2.3.3.1.1.6.1.7=2, 850.1.1.3.2.3.3.1.1.4.1.7=1|2",
    })
    void outletsAreSwitchedAsTheMibSays(
            String family, String instance, String off, String on, String says) {
        String labels =
                family.equals("534.6.6.7")
                        ? "1.3.6.1.4.1.534.6.6.7.6.1.1.3.0.7|4|db07\n"
                        : family.equals("232.165")
                                ? "1.3.6.1.4.1.232.165.11.5.1.1.2.1.7|4|db07\n"
                                : "";
        Walk walk =
                Walk.parse(SYSTEM + family + "\n" + labels + "1.3.6.1.4.1." + instance + "|2|1\n");
        var controls =
                Profiles.shipped()
                        .matching(walk.sysObjectId(), walk.sysDescr())
                        .controls(Bench.HOST, "snmp", Bench.AT, walk.said())
                        .values();
        assertThat(controls)
                .singleElement()
                .satisfies(
                        control -> {
                            assertThat(shown(control.off())).isEqualTo(off);
                            assertThat(shown(control.on())).isEqualTo(on);
                            assertThat(
                                            arcs(control.state().toString())
                                                    + "="
                                                    + control.isOff()
                                                    + "|"
                                                    + control.isOn())
                                    .isEqualTo(says);
                        });
    }

    private static String shown(Control.Write write) {
        return arcs(write.instance().toString()) + "=" + write.value();
    }

    private static String arcs(String oid) {
        return oid.substring("1.3.6.1.4.1.".length());
    }

    private static String profile(String control) {
        return """
        about: a relay
        match: {every-device: true}
        components:
          relay:
            kind: outlet
            entry: 1.3.6.1.4.1.99999.1
            columns: {state: 2, fixed: 3}
            name: "relay {index}"
            control:
              off: {object: 1.3.6.1.4.1.99999.1.4, value: 0}
              %s
        """
                .formatted(control);
    }

    @Test
    void aRowThatCannotBeSwitchedHasNoControl() {
        Profile profile =
                Bench.profile(
                        "relay",
                        profile(
                                """
                                on: {object: 1.3.6.1.4.1.99999.1.5, value: 0}
                                      says: {object: 1.3.6.1.4.1.99999.1.2, off: 0, on: 1}
                                      when: {fixed: "0"}\
                                """));
        Walk walk =
                Walk.parse(
                        """
                        1.3.6.1.4.1.99999.1.2.1|2|1
                        1.3.6.1.4.1.99999.1.3.1|2|0
                        1.3.6.1.4.1.99999.1.2.2|2|1
                        1.3.6.1.4.1.99999.1.3.2|2|1
                        """);
        assertThat(
                        new DeviceKnowledge(List.of(profile))
                                .controls(Bench.HOST, "snmp", Bench.AT, walk.said())
                                .keySet())
                .extracting(id -> id.local())
                .containsExactly("outlet:relay 1");
    }

    @Test
    void aControlIsReadStrictly() {
        String wrong =
                profile(
                        """
                        on: {object: 1.3.6.1.4.1.99999.1.4, value: 0}
                              says: {object: 1.3.6.1.4.1.99999.1.2, off: 1, on: 1}
                              when: {fixd: "0"}\
                        """);
        assertThat(ProfileText.parse("relay.yaml", wrong))
                .isInstanceOfSatisfying(
                        Loaded.Bad.class,
                        bad ->
                                assertThat(bad.text())
                                        .contains("another column or value than for off")
                                        .contains("other values for off and on")
                                        .contains("did you mean 'fixed'?"));
    }
}
