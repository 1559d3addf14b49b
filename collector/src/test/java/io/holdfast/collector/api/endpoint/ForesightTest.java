package io.holdfast.collector.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.api.caller.Caller;
import io.holdfast.collector.api.fake.FakeCollector;
import io.holdfast.collector.api.fake.Hosts;
import io.holdfast.collector.operations.Role;
import io.holdfast.collector.topology.Cartographer;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.topology.Declared;
import io.holdfast.core.topology.Need;
import io.holdfast.core.topology.Plug;
import io.holdfast.core.topology.Supply;
import io.holdfast.wire.api.SpofList;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.TopologyReport;
import io.holdfast.wire.api.WhatIfReport;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A host with a pulled supply on two declared PDUs, from what it reports to what is answered. */
class ForesightTest {

    private static final HostId PDU_A = new HostId("ber1", "r12", "pdu-a");
    private static final HostId PDU_B = new HostId("ber1", "r12", "pdu-b");

    private final FakeCollector fake = new FakeCollector();
    private Declared declared = declared();
    private final Foresight foresight =
            new Foresight(new Cartographer(fake, () -> declared, fake.time));

    @Test
    void theSupplyThatIsLeftIsANewSinglePointWithItsWholePath() {
        fake.hosts.add(Hosts.pulled());

        SpofList spofs = (SpofList) value(foresight.spofs(call(Map.of("new", "true"))));

        assertThat(spofs.status()).isEqualTo(Status.CRITICAL);
        assertThat(spofs.services()).isTrue();
        assertThat(spofs.points())
                .extracting(SpofList.Point::component)
                .containsExactlyInAnyOrder(
                        "ber1/-/feeds/feed:A",
                        "ber1/r12/pdu-a/host:pdu-a",
                        "ber1/r12/pdu-a/outlet:1",
                        "ber1/r12/db07/psu:1");
        assertThat(spofs.points().getFirst().stops().getFirst().stops())
                .isEqualTo("-/-/services/vip:db");
    }

    @Test
    void byDesignOnesAreToldWithoutNew() {
        fake.hosts.add(Hosts.pulled());

        SpofList spofs = (SpofList) value(foresight.spofs(call(Map.of())));

        assertThat(spofs.points())
                .filteredOn(SpofList.Point::byDesign)
                .extracting(SpofList.Point::component)
                .containsExactly("ber1/r12/db07/host:db07");
    }

    @Test
    void thePduOfTheLastSupplyMayNotBePulledAndTheOtherMay() {
        fake.hosts.add(Hosts.pulled());

        assertThat(ask("pdu-a").verdict()).isEqualTo(WhatIfReport.Verdict.STOPS);
        assertThat(ask("pdu-b").verdict()).isEqualTo(WhatIfReport.Verdict.HARMLESS);
    }

    @Test
    void whatIsDeclaredNoLongerIsNotFound() {
        assertThat(ask("feed:A").lost()).containsExactly("ber1/-/feeds/feed:A");
        declared = Declared.NOTHING;
        assertThatThrownBy(() -> ask("feed:A"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("found 'feed:A'");
    }

    @Test
    void newSettingsGiveAnotherGraphAtOnceAndNewsOfHostsAfterAMoment() {
        assertThat(edges()).isPositive();
        declared = Declared.NOTHING;
        assertThat(edges()).isZero();
        fake.hosts.add(Hosts.pulled());
        assertThat(edges()).isZero();
        fake.time.advance(Duration.ofSeconds(1));
        assertThat(edges()).isEqualTo(2);
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> foresight.spofs(call(Map.of("new", "yes"))))
                .hasMessage("new: expected true or false, found 'yes'");
        assertThatThrownBy(() -> foresight.whatIf(call(Map.of())))
                .hasMessage("expected lose= with 1 to 100 components, found 0");
        assertThatThrownBy(() -> ask("pdu-c"))
                .hasMessageContaining("found 'pdu-c'; did you mean pdu-a or pdu-b?");
    }

    private int edges() {
        return ((TopologyReport) value(foresight.topology(call(Map.of())))).edges().size();
    }

    private WhatIfReport ask(String lose) {
        return (WhatIfReport) value(foresight.whatIf(call(Map.of("lose", lose))));
    }

    private static Record value(Answer answer) {
        return ((Answer.Json<?>) answer).value();
    }

    private static Call call(Map<String, String> query) {
        return new Call(
                new Caller("ada", Role.VIEWER, false),
                Map.of(),
                query,
                Map.of(),
                InputStream.nullInputStream());
    }

    private static Declared declared() {
        return new Declared(
                new TreeSet<>(List.of(Declared.feed("ber1", "A"), Declared.feed("ber1", "B"))),
                new TreeMap<>(Map.of(PDU_A, pdu(PDU_A, "A", "1"), PDU_B, pdu(PDU_B, "B", "2"))),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(
                        Map.of(
                                Declared.SERVICES.component(Kind.VIP, "db"),
                                List.of(new Need(1, new TreeSet<>(List.of(Hosts.DB07.self())))))));
    }

    private static Supply pdu(HostId id, String feed, String psu) {
        return new Supply(
                id,
                Kind.PDU,
                List.of(Declared.feed("ber1", feed)),
                OptionalDouble.of(16),
                new TreeMap<>(Map.of("1", new Plug(Hosts.DB07, psu))));
    }
}
