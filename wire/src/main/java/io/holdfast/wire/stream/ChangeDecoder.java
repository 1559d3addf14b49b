package io.holdfast.wire.stream;

import io.holdfast.core.component.Component;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.redundancy.Published;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.RedundancyGroup;
import io.holdfast.core.state.Change;
import io.holdfast.wire.stream.proto.SessionProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads changes from the wire's messages; one that cannot be used is empty, and counted. */
final class ChangeDecoder {

    private final Misreads misreads;
    private final ObservationDecoder observations;

    ChangeDecoder(Misreads misreads) {
        this.misreads = misreads;
        this.observations = new ObservationDecoder(misreads);
    }

    Optional<Change> change(SessionProto.Change in) {
        return switch (in.getBodyCase()) {
            case OBSERVED -> observations.observation(in.getObserved()).map(Change.Observed::new);
            case SEEN ->
                    component(in.getSeen().getComponent())
                            .map(component -> new Change.Seen(component, in.getSeen().getProbe()));
            case COMPONENT_GONE ->
                    misreads.component(in.getComponentGone()).map(Change.Forgotten::new);
            case GROUPED ->
                    group(in.getGrouped().getGroup())
                            .map(group -> new Change.Grouped(group, in.getGrouped().getProbe()));
            case GROUP_GONE -> misreads.group(in.getGroupGone()).map(Change.Ungrouped::new);
            case UNSEEN -> Optional.of(unseen(in.getUnseen()));
            case LOOK ->
                    Optional.of(
                            new Change.Looked(
                                    in.getLook().getProbe(),
                                    Micros.instant(in.getLook().getAtMicros()),
                                    in.getLook().getComplete()));
            case BODY_NOT_SET -> misreads.none(Misread.UNKNOWN_BODY);
        };
    }

    private Optional<Component> component(SessionProto.Component in) {
        Optional<ComponentId> id = misreads.component(in.getId());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<ComponentId> parent =
                in.getParent().isEmpty() ? Optional.empty() : misreads.component(in.getParent());
        if (in.getAttributesCount() > Component.MOST_ATTRIBUTES) {
            misreads.note(Misread.TOO_MANY);
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        in.getAttributesMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(Component.MOST_ATTRIBUTES)
                .forEach(e -> attributes.put(e.getKey(), WireLimits.cut(e.getValue())));
        return Optional.of(new Component(id.get(), parent, attributes));
    }

    /** A group is taken whole or not at all: with a member missing it would count wrongly. */
    private Optional<RedundancyGroup> group(SessionProto.Group in) {
        Optional<GroupId> id = misreads.group(in.getId());
        Optional<Kind> kind = misreads.kind(in.getKind());
        if (id.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        if (in.getMembersCount() > RedundancyGroup.MOST_MEMBERS) {
            return misreads.none(Misread.TOO_MANY);
        }
        if (in.getMembersCount() == 0 || in.getNeeded() < 1) {
            return misreads.none(Misread.BAD_NUMBER);
        }
        SortedSet<ComponentId> members = new TreeSet<>();
        for (String text : in.getMembersList()) {
            Optional<ComponentId> member = misreads.component(text);
            if (member.isEmpty()) {
                return Optional.empty();
            }
            members.add(member.get());
        }
        Optional<ComponentId> carries =
                in.getCarries().isEmpty() ? Optional.empty() : misreads.component(in.getCarries());
        return Optional.of(
                new RedundancyGroup(
                        id.get(), kind.get(), members, in.getNeeded(), carries, published(in)));
    }

    private Optional<Published> published(SessionProto.Group in) {
        if (in.getPublished().isEmpty()) {
            return Optional.empty();
        }
        Optional<Redundancy> redundancy = Redundancy.ofWord(in.getPublished());
        if (redundancy.isEmpty()) {
            misreads.note(Misread.UNKNOWN_REDUNDANCY);
        }
        return Optional.of(
                new Published(
                        redundancy.orElse(Redundancy.UNKNOWN),
                        observations.evidence(in.getPublishedEvidence())));
    }

    private Change.UnseenListed unseen(SessionProto.UnseenList in) {
        if (in.getUnseenCount() > WireLimits.MOST_UNSEEN) {
            misreads.note(Misread.TOO_MANY);
        }
        List<Unseen> list = new ArrayList<>();
        for (SessionProto.Unseen one : in.getUnseenList()) {
            if (list.size() == WireLimits.MOST_UNSEEN) {
                break;
            }
            list.add(
                    new Unseen(
                            WireLimits.cut(one.getTarget()),
                            observations.silence(one.getSilence())));
        }
        return new Change.UnseenListed(in.getProbe(), list);
    }
}
