package io.holdfast.wire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Reading;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.Position;
import io.holdfast.wire.stream.proto.SessionProto;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a peer of another version, or a broken one, says is never taken for "ok". */
class SkewTest {

    private static final SessionProto.Evidence EVIDENCE =
            SessionProto.Evidence.newBuilder().setSource("somewhere").build();

    @Test
    void anUnknownHealthIsSilence() {
        for (int health : new int[] {0, 4, 99, -1}) {
            var reported =
                    SessionProto.Reported.newBuilder().setHealthValue(health).addEvidence(EVIDENCE);
            var observation = observation("ber1/r12/db07/nic:eth0").setReported(reported);
            assertThat(read(observed(observation)).changes())
                    .singleElement()
                    .extracting(SkewTest::silence)
                    .isEqualTo(Silence.Cause.NOT_UNDERSTOOD);
            assertThat(misread(observed(observation))).isEqualTo(Map.of(Misread.UNKNOWN_HEALTH, 1));
        }
    }

    @Test
    void anObservationOfANewSortIsSilence() {
        var change = observed(observation("ber1/r12/db07/nic:eth0"));
        assertThat(read(change).changes())
                .singleElement()
                .extracting(SkewTest::silence)
                .isEqualTo(Silence.Cause.NOT_UNDERSTOOD);
        assertThat(misread(change)).isEqualTo(Map.of(Misread.UNKNOWN_BODY, 1));
    }

    @Test
    void aFaultWithoutEvidenceIsSilence() {
        var reported =
                SessionProto.Reported.newBuilder().setHealth(SessionProto.Health.HEALTH_FAILED);
        var change = observed(observation("ber1/r12/db07/nic:eth0").setReported(reported));
        assertThat(read(change).changes())
                .singleElement()
                .extracting(SkewTest::silence)
                .isEqualTo(Silence.Cause.NOT_UNDERSTOOD);
        assertThat(misread(change)).isEqualTo(Map.of(Misread.NO_EVIDENCE, 1));
    }

    @Test
    void anUnknownRedundancyIsUnknown() {
        var change = grouped(group().setPublished("quadruple"));
        assertThat(read(change).changes())
                .singleElement()
                .satisfies(
                        numbered -> {
                            var grouped = (Change.Grouped) numbered.change();
                            assertThat(grouped.group().published())
                                    .hasValueSatisfying(
                                            published ->
                                                    assertThat(published.redundancy())
                                                            .isEqualTo(Redundancy.UNKNOWN));
                        });
        assertThat(misread(change)).isEqualTo(Map.of(Misread.UNKNOWN_REDUNDANCY, 1));
    }

    @Test
    void aGroupWithAMemberThatCannotBeNamedIsLeftOutWhole() {
        var change = grouped(group().addMembers("ber1/r12/db07/warpcore:1"));
        assertThat(read(change).changes()).isEmpty();
        assertThat(misread(change)).isEqualTo(Map.of(Misread.UNKNOWN_KIND, 1));
    }

    @Test
    void aGroupThatNeedsNothingIsLeftOut() {
        var change = grouped(group().setNeeded(0));
        assertThat(read(change).changes()).isEmpty();
        assertThat(misread(change)).isEqualTo(Map.of(Misread.BAD_NUMBER, 1));
    }

    @Test
    void namesThatBreakTheRulesAreLeftOutAndCounted() {
        for (String id : List.of("", "eth0", "a/b/c", "a/b/c/nic:", "a/ b/c/nic:x", "a/b/c/:")) {
            var change = observed(observation(id));
            assertThat(read(change).changes()).as(id).isEmpty();
            assertThat(misread(change)).as(id).isEqualTo(Map.of(Misread.BAD_ID, 1));
        }
    }

    @Test
    void aBatchLeadsPastWhatWasLeftOutOfIt() {
        var batch = read(observed(observation("nonsense")));
        assertThat(batch.position()).isEqualTo(new Position(3, 1));
    }

    @Test
    void readingsInUnknownUnitsOrWithoutAValueAreLeftOut() {
        var reported =
                SessionProto.Reported.newBuilder()
                        .setHealth(SessionProto.Health.HEALTH_OK)
                        .addReadings(reading("a", 1, "furlong"))
                        .addReadings(reading("b", Double.NaN, "volt"))
                        .addReadings(reading("", 1, "volt"))
                        .addReadings(reading("c", 2, "volt"));
        var change = observed(observation("ber1/r12/db07/nic:eth0").setReported(reported));
        assertThat(read(change).changes())
                .singleElement()
                .satisfies(
                        numbered -> {
                            var observed = (Change.Observed) numbered.change();
                            assertThat(((Observation.Reported) observed.observation()).readings())
                                    .extracting(Reading::name)
                                    .containsExactly("c");
                        });
        assertThat(misread(change))
                .isEqualTo(Map.of(Misread.UNKNOWN_UNIT, 1, Misread.BAD_NUMBER, 2));
    }

    @Test
    void anUnknownReasonOfSilenceStaysSilence() {
        var change =
                observed(
                        observation("ber1/r12/db07/nic:eth0")
                                .setSilent(SessionProto.Silence.newBuilder().setCause("asleep")));
        assertThat(read(change).changes())
                .singleElement()
                .extracting(SkewTest::silence)
                .isEqualTo(Silence.Cause.FAILED);
        assertThat(misread(change)).isEqualTo(Map.of(Misread.UNKNOWN_CAUSE, 1));
    }

    @Test
    void sequencesMustRise() {
        var change = SessionProto.Change.newBuilder().setSequence(5);
        var batch =
                SessionProto.Batch.newBuilder()
                        .setIncarnation(3)
                        .addChanges(change)
                        .addChanges(change);
        assertThat(reason(SessionProto.AgentMessage.newBuilder().setBatch(batch)))
                .isEqualTo(Misread.OUT_OF_ORDER);
    }

    @Test
    void messagesBeyondTheirLimitsAreRefusedWhole() {
        var tooMany = SessionProto.Batch.newBuilder().setIncarnation(3);
        for (int i = 0; i <= WireLimits.MOST_CHANGES; i++) {
            tooMany.addChanges(SessionProto.Change.newBuilder().setSequence(i + 1));
        }
        assertThat(reason(SessionProto.AgentMessage.newBuilder().setBatch(tooMany)))
                .isEqualTo(Misread.TOO_MANY);
        var part = SessionProto.DigestPart.newBuilder().setPart(2).setParts(2);
        assertThat(reason(SessionProto.AgentMessage.newBuilder().setDigest(part)))
                .isEqualTo(Misread.BAD_NUMBER);
        assertThat(reason(SessionProto.AgentMessage.newBuilder())).isEqualTo(Misread.UNKNOWN_BODY);
        var hello = SessionProto.Hello.newBuilder().setProtocol(1).setHost("nowhere");
        assertThat(reason(SessionProto.AgentMessage.newBuilder().setHello(hello)))
                .isEqualTo(Misread.BAD_HOST);
    }

    @Test
    void aDutyThatIsNotUnderstoodInFullIsLeftOut() {
        assertThat(duties(duty())).hasSize(1);
        assertThat(duties(duty().setRoleValue(9))).isEmpty();
        assertThat(duties(duty().clearNut())).as("a protocol of later").isEmpty();
        assertThat(duties(duty().setLoginForm("iris"))).as("a login of later").isEmpty();
        assertThat(duties(duty().setDeadlineMillis(6000))).isEmpty();
        assertThat(duties(duty().setKind("warpcore"))).isEmpty();
    }

    @Test
    void anAnswerOfAnImpossibleAgeIsOld() {
        var status =
                SessionProto.DeviceStatus.newBuilder()
                        .setDevice("ber1/r12/ups1")
                        .setAnsweredMillisAgo(-1);
        var message =
                SessionProto.AgentMessage.newBuilder()
                        .setDeviceStatus(
                                SessionProto.DeviceStatusList.newBuilder().addDevices(status));
        var decoded =
                (Decoded.Understood<FromAgent>) Codec.fromAgent(message.build().toByteArray());
        var statuses = (FromAgent.DeviceStatuses) decoded.message();
        assertThat(statuses.devices().getFirst().answeredAgo().orElseThrow())
                .isGreaterThan(Duration.ofDays(365));
    }

    private static SessionProto.Duty.Builder duty() {
        return SessionProto.Duty.newBuilder()
                .setDevice("ber1/r12/ups1")
                .setKind("ups")
                .setRole(SessionProto.Role.ROLE_POLL)
                .setEveryMillis(5000)
                .setDeadlineMillis(5000)
                .setLoginForm("open")
                .setNut(SessionProto.NutAccess.newBuilder().setHost("a").setPort(1).setUps("u"));
    }

    private static List<DeviceDuty> duties(SessionProto.Duty.Builder duty) {
        var message =
                SessionProto.CollectorMessage.newBuilder()
                        .setDuties(SessionProto.DutyList.newBuilder().addDuties(duty));
        var decoded =
                (Decoded.Understood<FromCollector>)
                        Codec.fromCollector(message.build().toByteArray());
        return ((FromCollector.Duties) decoded.message()).duties();
    }

    private static SessionProto.Observation.Builder observation(String component) {
        return SessionProto.Observation.newBuilder().setComponent(component);
    }

    private static SessionProto.Change observed(SessionProto.Observation.Builder observation) {
        return SessionProto.Change.newBuilder().setSequence(1).setObserved(observation).build();
    }

    private static SessionProto.Group.Builder group() {
        return SessionProto.Group.newBuilder()
                .setId("ber1/r12/db07/group:power")
                .setKind("psu")
                .addMembers("ber1/r12/db07/psu:1")
                .setNeeded(1);
    }

    private static SessionProto.Change grouped(SessionProto.Group.Builder group) {
        return SessionProto.Change.newBuilder()
                .setSequence(1)
                .setGrouped(SessionProto.GroupDeclared.newBuilder().setGroup(group))
                .build();
    }

    private static SessionProto.Reading reading(String name, double value, String unit) {
        return SessionProto.Reading.newBuilder()
                .setName(name)
                .setValue(value)
                .setUnit(unit)
                .build();
    }

    private static FromAgent.Batch read(SessionProto.Change change) {
        return (FromAgent.Batch) understood(change).message();
    }

    private static Map<Misread, Integer> misread(SessionProto.Change change) {
        return understood(change).misread();
    }

    private static Decoded.Understood<FromAgent> understood(SessionProto.Change change) {
        byte[] bytes =
                SessionProto.AgentMessage.newBuilder()
                        .setBatch(
                                SessionProto.Batch.newBuilder()
                                        .setIncarnation(3)
                                        .addChanges(change))
                        .build()
                        .toByteArray();
        return (Decoded.Understood<FromAgent>) Codec.fromAgent(bytes);
    }

    private static Misread reason(SessionProto.AgentMessage.Builder message) {
        var decoded = Codec.fromAgent(message.build().toByteArray());
        return ((Decoded.NotUnderstood<FromAgent>) decoded).reason();
    }

    private static Silence.Cause silence(Numbered numbered) {
        var observed = (Change.Observed) numbered.change();
        return ((Observation.Silent) observed.observation()).reason().cause();
    }
}
