package io.holdfast.wire.stream;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.Change;
import io.holdfast.wire.stream.proto.SessionProto;
import java.util.List;

/** Puts changes into the wire's messages. */
final class ChangeEncoder {

    private ChangeEncoder() {}

    static SessionProto.Change change(Numbered numbered) {
        return change(numbered.sequence(), numbered.change());
    }

    /** A change of this sequence; 0 in a digest. */
    static SessionProto.Change change(long sequence, Change change) {
        SessionProto.Change.Builder out = SessionProto.Change.newBuilder().setSequence(sequence);
        switch (change) {
            case Change.Observed(var observation) ->
                    out.setObserved(ObservationEncoder.observation(observation));
            case Change.Seen(var component, var probe) ->
                    out.setSeen(
                            SessionProto.ComponentSeen.newBuilder()
                                    .setComponent(component(component))
                                    .setProbe(probe));
            case Change.Forgotten(var component) -> out.setComponentGone(component.toString());
            case Change.Grouped(var group, var probe) ->
                    out.setGrouped(
                            SessionProto.GroupDeclared.newBuilder()
                                    .setGroup(group(group))
                                    .setProbe(probe));
            case Change.Ungrouped(var group) -> out.setGroupGone(group.toString());
            case Change.UnseenListed(var probe, var unseen) -> out.setUnseen(unseen(probe, unseen));
            case Change.Looked(var probe, var at, var complete) ->
                    out.setLook(
                            SessionProto.Look.newBuilder()
                                    .setProbe(probe)
                                    .setAtMicros(Micros.of(at))
                                    .setComplete(complete));
        }
        return out.build();
    }

    private static SessionProto.Component component(Component component) {
        SessionProto.Component.Builder out =
                SessionProto.Component.newBuilder()
                        .setId(component.id().toString())
                        .setParent(component.parent().map(ComponentId::toString).orElse(""));
        component.attributes().forEach((k, v) -> out.putAttributes(k, WireLimits.cut(v)));
        return out.build();
    }

    private static SessionProto.Group group(RedundancyGroup group) {
        SessionProto.Group.Builder out =
                SessionProto.Group.newBuilder()
                        .setId(group.id().toString())
                        .setKind(group.kind().word())
                        .setNeeded(group.needed())
                        .setCarries(group.carries().map(ComponentId::toString).orElse(""));
        group.members().forEach(member -> out.addMembers(member.toString()));
        group.published().ifPresent(published -> publish(out, published));
        return out.build();
    }

    private static void publish(SessionProto.Group.Builder out, Published published) {
        out.setPublished(published.redundancy().word());
        out.setPublishedEvidence(ObservationEncoder.evidence(published.evidence()));
    }

    private static SessionProto.UnseenList unseen(String probe, List<Unseen> unseen) {
        SessionProto.UnseenList.Builder out = SessionProto.UnseenList.newBuilder().setProbe(probe);
        unseen.stream()
                .limit(WireLimits.MOST_UNSEEN)
                .forEach(
                        one ->
                                out.addUnseen(
                                        SessionProto.Unseen.newBuilder()
                                                .setTarget(WireLimits.cut(one.target()))
                                                .setSilence(
                                                        ObservationEncoder.silence(
                                                                one.silence()))));
        return out.build();
    }
}
