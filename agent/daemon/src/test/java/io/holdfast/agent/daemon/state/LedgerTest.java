package io.holdfast.agent.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.daemon.spool.Backlog;
import io.holdfast.agent.daemon.spool.Entry;
import io.holdfast.agent.daemon.spool.Spool;
import io.holdfast.agent.daemon.spool.Weight;
import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.HostId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.HostState;
import io.holdfast.core.state.Position;
import io.holdfast.core.state.Significance;
import io.holdfast.core.state.StateTable;
import io.holdfast.core.survey.Survey;
import io.holdfast.wire.stream.Codec;
import io.holdfast.wire.stream.Decoded;
import io.holdfast.wire.stream.Numbered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final HostId HOST = new HostId("ber1", "r12", "db07");
    private static final ComponentId ETH0 = HOST.component(Kind.NIC, "eth0");
    private static final ComponentId ETH1 = HOST.component(Kind.NIC, "eth1");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Silence TIMED_OUT = Silence.of(Silence.Cause.TIMED_OUT, "2000 ms");

    private final LookBoard looks = new LookBoard();

    @TempDir private Path directory;
    private Backlog backlog;
    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        backlog = new Backlog(Spool.open(directory, 1 << 20));
        ledger = new Ledger(new StateTable(Significance.DEFAULT), 7, backlog, looks);
    }

    private static Survey power(String probe, String... supplies) {
        TreeSet<ComponentId> members = new TreeSet<>();
        for (String supply : supplies) {
            members.add(HOST.component(Kind.PSU, supply));
        }
        RedundancyGroup group =
                new RedundancyGroup(
                        new GroupId(HOST, "power"),
                        Kind.PSU,
                        members,
                        1,
                        Optional.empty(),
                        Optional.empty());
        return new Survey(
                probe,
                AT,
                true,
                members.stream().map(id -> Component.ofHost(id, Map.of())).toList(),
                members.stream()
                        .map(id -> (Observation) new Observation.Silent(id, AT, TIMED_OUT))
                        .toList(),
                List.of(group),
                List.of());
    }

    private Set<String> membersOfPower() {
        HostState told = new HostState();
        ledger.digest().changes().forEach(told::apply);
        return told.groups().values().stream()
                .flatMap(group -> group.members().stream())
                .map(ComponentId::local)
                .collect(Collectors.toSet());
    }

    @Test
    void suppliesThatKernelAndBmcKnowAreOneGroupAndTheBmcsCount() {
        Survey kernel = power("linux.power", "AC0");
        Survey bmc = power("linux.bmc", "PS1", "PS2");
        ledger.take(kernel);
        assertThat(membersOfPower()).containsExactly("psu:AC0");
        ledger.take(bmc);
        assertThat(ledger.take(kernel)).isFalse();
        assertThat(ledger.take(bmc)).isFalse();
        assertThat(membersOfPower()).containsExactlyInAnyOrder("psu:PS1", "psu:PS2");
    }

    @Test
    void theBacklogLeadsToTheStateOfTheDigest() {
        ledger.take(survey(Health.OK, 1, ETH0, ETH1));
        ledger.take(survey(Health.FAILED, 2, ETH0));
        ledger.missed("linux.net", AT.plusSeconds(3), TIMED_OUT);
        ledger.take(survey(Health.OK, 4, ETH0, ETH1));
        HostState replayed = new HostState();
        entries().forEach(e -> replayed.apply(change(e).change()));
        HostState digest = new HostState();
        ledger.digest().changes().forEach(digest::apply);
        assertThat(replayed.observations()).isEqualTo(digest.observations());
        assertThat(replayed.components()).isEqualTo(digest.components());
        assertThat(ledger.digest().position()).isEqualTo(ledger.position());
        assertThat(entries().getLast().position()).isEqualTo(ledger.position());
    }

    @Test
    void sequencesRiseByOne() {
        ledger.take(survey(Health.OK, 1, ETH0, ETH1));
        ledger.take(survey(Health.FAILED, 2, ETH0, ETH1));
        List<Entry> entries = entries();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).position()).isEqualTo(new Position(7, i + 1));
            assertThat(change(entries.get(i)).sequence()).isEqualTo(i + 1);
        }
    }

    @Test
    void aWanderingReadingIsADetailAndAHealthIsNot() {
        ledger.take(survey(Health.OK, 1, ETH0));
        int before = entries().size();
        ledger.take(survey(Health.OK, 100, ETH0));
        ledger.take(survey(Health.DEGRADED, 100, ETH0));
        ledger.missed("linux.net", AT, TIMED_OUT);
        List<Entry> since = entries().subList(before, entries().size());
        assertThat(since.getFirst().weight()).isEqualTo(Weight.DETAIL);
        assertThat(since.get(1).weight()).isEqualTo(Weight.ESSENTIAL);
        assertThat(since.get(2).weight()).isEqualTo(Weight.ESSENTIAL);
    }

    @Test
    void aProbeThatDoesNotAnswerMakesItsPartsSilentAndNobodyElses() {
        ledger.take(survey(Health.OK, 1, ETH0));
        ComponentId fan = HOST.component(Kind.FAN, "fan1");
        ledger.take(
                new Survey(
                        "linux.hwmon",
                        AT,
                        true,
                        List.of(Component.ofHost(fan, Map.of())),
                        List.of(reported(fan, Health.OK, 1)),
                        List.of(),
                        List.of()));
        ledger.missed("linux.net", AT, TIMED_OUT);
        HostState state = new HostState();
        ledger.digest().changes().forEach(state::apply);
        assertThat(state.observations().get(ETH0))
                .isEqualTo(new Observation.Silent(ETH0, AT, TIMED_OUT));
        assertThat(state.observations().get(fan)).isInstanceOf(Observation.Reported.class);
    }

    @Test
    void whatIsAbsentStaysAbsentWhileNobodyAnswers() {
        ledger.take(survey(Health.OK, 1, ETH0, ETH1));
        ledger.take(survey(Health.OK, 1, ETH0));
        ledger.missed("linux.net", AT, TIMED_OUT);
        HostState state = new HostState();
        ledger.digest().changes().forEach(state::apply);
        assertThat(state.observations().get(ETH1)).isInstanceOf(Observation.Absent.class);
    }

    @Test
    void aLookThatSaysNothingNewIsStillALook() {
        ledger.take(survey(Health.OK, 1, ETH0));
        assertThat(ledger.take(survey(Health.OK, 1, ETH0))).isFalse();
        assertThat(looks.peek()).containsOnlyKeys("linux.net");
    }

    @Test
    void aNewIncarnationBeginsWithTheSameState() {
        ledger.take(survey(Health.OK, 1, ETH0));
        List<?> before = ledger.digest().changes();
        ledger.restart(9);
        assertThat(ledger.position()).isEqualTo(new Position(9, 0));
        assertThat(ledger.digest().changes()).isEqualTo(before);
    }

    private List<Entry> entries() {
        return backlog.read(Position.NONE, 1_000, 1 << 20);
    }

    private static Numbered change(Entry entry) {
        return ((Decoded.Understood<Numbered>) Codec.numbered(entry.bytes())).message();
    }

    private static Survey survey(Health health, double load, ComponentId... nics) {
        return new Survey(
                "linux.net",
                AT,
                true,
                List.of(nics).stream().map(nic -> Component.ofHost(nic, Map.of())).toList(),
                List.of(nics).stream().map(nic -> reported(nic, health, load)).toList(),
                List.of(),
                List.of());
    }

    private static Observation reported(ComponentId nic, Health health, double load) {
        return new Observation.Reported(
                nic,
                AT,
                health,
                List.of(Reading.of("rx", load, Unit.PER_SECOND)),
                List.of(Evidence.ofFile("/sys/class/net", "x", "y")));
    }
}
