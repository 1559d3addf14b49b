package io.holdfast.mibs.trap;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.component.Kind;
import io.holdfast.mibs.names.Labels;
import io.holdfast.mibs.names.MibModule;
import io.holdfast.mibs.names.MibNode;
import io.holdfast.mibs.names.NodeKind;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TrapCatalogueTest {

    private static final TrapCatalogue CATALOGUE = TrapCatalogue.shipped(List.of());

    private static Notification trap(String oid, Binding... bindings) {
        return new Notification(
                Notification.Form.TRAP,
                new Key.Numbered(Oid.parse(oid)),
                OptionalLong.of(1),
                Optional.empty(),
                List.of(bindings));
    }

    private static Binding binding(String oid, Value value) {
        return new Binding(new Key.Numbered(Oid.parse(oid)), value);
    }

    private static Value text(String text) {
        return new Value.Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noTwoFilesOfTheCatalogueKnowOneNotification() {
        long rules = ShippedTraps.files().stream().mapToLong(file -> file.rules().size()).sum();
        assertThat(CATALOGUE.size()).isEqualTo((int) rules).isGreaterThan(150);
    }

    @Test
    void namesTheLinkByItsNameAndElseByItsIndex() {
        Binding index = binding("1.3.6.1.2.1.2.2.1.1.7", new Value.Whole(7));
        Binding name = binding("1.3.6.1.2.1.31.1.1.1.1.7", text("Gi1/0/7"));
        DecodedTrap named = CATALOGUE.decode(trap("1.3.6.1.6.3.1.1.5.3", index, name));
        assertThat(named.name()).isEqualTo("IF-MIB::linkDown");
        DecodedTrap.Meaning meaning = named.meaning().orElseThrow();
        assertThat(meaning.kind()).isEqualTo(Kind.PORT);
        assertThat(meaning.part()).hasValue("Gi1/0/7");
        assertThat(meaning.reading().sign()).isEqualTo(TrapSign.LINK_DOWN);
        assertThat(CATALOGUE.meaning(trap("1.3.6.1.6.3.1.1.5.3", index)).orElseThrow().part())
                .hasValue("ifIndex 7");
    }

    @Test
    void takesTheArcZeroBeforeTheLastOneAsSendersDo() {
        String with = "1.3.6.1.4.1.674.10892.5.3.2.1.0.2473";
        String without = "1.3.6.1.4.1.674.10892.5.3.2.1.2473";
        for (String oid : List.of(with, without)) {
            assertThat(CATALOGUE.meaning(trap(oid)).orElseThrow().reading().sign())
                    .isEqualTo(TrapSign.REDUNDANCY_LOST);
        }
        assertThat(CATALOGUE.meaning(trap("1.3.6.1.2.1.33.2.0.1")).orElseThrow().reading().sign())
                .isEqualTo(TrapSign.ON_BATTERY);
    }

    @Test
    void aValueDecidesWhatTheNotificationSays() {
        String change = "1.3.6.1.4.1.9.9.117.2.0.2";
        String state = "1.3.6.1.4.1.9.9.117.1.1.2.1.2.1006";
        DecodedTrap.Meaning lost =
                CATALOGUE.meaning(trap(change, binding(state, new Value.Whole(5)))).orElseThrow();
        assertThat(lost.reading().sign()).isEqualTo(TrapSign.INPUT_LOST);
        assertThat(lost.part()).hasValue("entity 1006");
        DecodedTrap.Meaning back =
                CATALOGUE.meaning(trap(change, binding(state, new Value.Whole(2)))).orElseThrow();
        assertThat(back.reading().severity()).isEqualTo(TrapSeverity.OK);
        assertThat(back.clears())
                .containsExactly("CISCO-ENTITY-FRU-CONTROL-MIB::cefcPowerStatusChange");
    }

    @Test
    void readsAPlatformEventFromTheNumberOfItsTrap() {
        byte[] data = new byte[47];
        data[28] = 0x51;
        data[29] = 10;
        data[30] = 2;
        Binding carried = binding("1.3.6.1.4.1.3183.1.1.1", new Value.Octets(data));
        String failed = "1.3.6.1.4.1.3183.1.1.0." + (8 << 16 | 0x6f << 8 | 1);
        DecodedTrap.Meaning meaning = CATALOGUE.meaning(trap(failed, carried)).orElseThrow();
        assertThat(meaning.kind()).isEqualTo(Kind.PSU);
        assertThat(meaning.reading().sign()).isEqualTo(TrapSign.FAILED);
        assertThat(meaning.part()).hasValue("sensor 0x51, entity 10.2");
        String over = "1.3.6.1.4.1.3183.1.1.0." + (8 << 16 | 0x6f << 8 | 0x81);
        assertThat(CATALOGUE.meaning(trap(over)).orElseThrow().reading().sign())
                .isEqualTo(TrapSign.OK);
        String anyRedundancy = "1.3.6.1.4.1.3183.1.1.0." + (0x0a << 16 | 0x0b << 8 | 1);
        assertThat(CATALOGUE.meaning(trap(anyRedundancy)).orElseThrow().reading().sign())
                .isEqualTo(TrapSign.REDUNDANCY_LOST);
    }

    @Test
    void anUnknownOneIsNamedByImportedMibs() {
        Oid oid = Oid.parse("1.3.6.1.4.1.99.0.1");
        MibNode node =
                new MibNode(oid, "acmeFailed", NodeKind.NOTIFICATION, "", Labels.NONE, List.of());
        MibModule module = new MibModule("ACME-MIB", List.of(node), List.of());
        DecodedTrap known =
                TrapCatalogue.shipped(List.of(module)).decode(trap("1.3.6.1.4.1.99.0.1"));
        assertThat(known.name()).isEqualTo("ACME-MIB::acmeFailed");
        assertThat(known.meaning()).isEmpty();
        assertThat(CATALOGUE.decode(trap("1.3.6.1.4.1.99.0.1")).name())
                .isEqualTo("1.3.6.1.4.1.99.0.1");
    }
}
