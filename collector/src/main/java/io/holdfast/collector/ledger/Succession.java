package io.holdfast.collector.ledger;

import io.holdfast.core.component.ComponentId;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.redundancy.GroupId;
import io.holdfast.core.state.Change;
import io.holdfast.core.state.HostState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A host's state across restarts of its agent.
 *
 * <p>An agent that starts anew knows nothing of what it said before. What it said then holds until
 * the probe that said it has looked again, completely; what that look leaves out is forgotten, and
 * the accepted inventory says whether it is missed. Where the probe says that it could not look at
 * all, what it said before the restart is silent for the same reason.
 *
 * <p>Mutable and for one thread.
 */
public final class Succession {

    private static final int VERSION = 1;

    private HostState state;
    private final Set<ComponentId> inherited = new TreeSet<>();
    private final Set<GroupId> inheritedGroups = new TreeSet<>();

    public Succession() {
        this(new HostState());
    }

    /** A state that owes nothing to an earlier incarnation. */
    public Succession(HostState state) {
        this.state = state;
    }

    /** The state now; a live view until the next incarnation. */
    public HostState state() {
        return state;
    }

    /** The agent has started anew: everything is inherited until it is said again. */
    public void nextIncarnation() {
        HostState before = state;
        state = new HostState();
        before.changes().stream()
                .filter(change -> !(change instanceof Change.Looked))
                .forEach(state::apply);
        inherited.addAll(state.components().keySet());
        inheritedGroups.addAll(state.groups().keySet());
    }

    /** Takes one change of the present incarnation in. */
    public void apply(Change change) {
        switch (change) {
            case Change.Seen seen -> inherited.remove(seen.component().id());
            case Change.Forgotten forgotten -> inherited.remove(forgotten.component());
            case Change.Grouped grouped -> inheritedGroups.remove(grouped.group().id());
            case Change.Ungrouped ungrouped -> inheritedGroups.remove(ungrouped.group());
            case Change.Looked looked -> {
                if (looked.complete()) {
                    dropWhatIsSaidNoMore(looked.probe());
                } else {
                    silenceWhatWasMissed(looked);
                }
            }
            case Change.Observed observed -> {}
            case Change.UnseenListed listed -> {}
        }
        state.apply(change);
    }

    /**
     * A probe that missed as a whole, as one that is switched off, names itself in its list. The
     * agent knows of no part to call silent, so what the probe said before does not hold for ever.
     */
    private void silenceWhatWasMissed(Change.Looked looked) {
        Optional<Silence> why =
                state.unseen().getOrDefault(looked.probe(), List.of()).stream()
                        .filter(unseen -> unseen.target().equals(looked.probe()))
                        .map(Unseen::silence)
                        .findFirst();
        if (why.isEmpty()) {
            return;
        }
        for (ComponentId id : inherited) {
            Observation said = state.observations().get(id);
            boolean told =
                    said instanceof Observation.Absent
                            || (said instanceof Observation.Silent silent
                                    && silent.reason().equals(why.get()));
            if (state.probe(id).equals(looked.probe()) && !told) {
                Observation silent = new Observation.Silent(id, looked.at(), why.get());
                state.apply(new Change.Observed(silent));
            }
        }
    }

    private void dropWhatIsSaidNoMore(String probe) {
        if (inherited.isEmpty() && inheritedGroups.isEmpty()) {
            return;
        }
        List<ComponentId> components =
                inherited.stream().filter(id -> state.probe(id).equals(probe)).toList();
        List<GroupId> groups =
                inheritedGroups.stream().filter(id -> state.probe(id).equals(probe)).toList();
        components.forEach(id -> state.apply(new Change.Forgotten(id)));
        groups.forEach(id -> state.apply(new Change.Ungrouped(id)));
        components.forEach(inherited::remove);
        groups.forEach(inheritedGroups::remove);
    }

    /** Everything, for the store. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out, inherited);
            write(out, inheritedGroups);
            out.write(ChangeBytes.encode(state.changes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The state of these bytes.
     *
     * @throws IOException if they are none
     */
    public static Succession of(byte[] bytes) throws IOException {
        Succession succession = new Succession();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("expected a state of version " + VERSION);
            }
            succession.inherited.addAll(read(in, ComponentId::parse));
            succession.inheritedGroups.addAll(read(in, GroupId::parse));
            ChangeBytes.decode(in.readAllBytes()).forEach(succession.state::apply);
        } catch (IllegalArgumentException e) {
            throw new IOException("expected names of parts and groups", e);
        }
        return succession;
    }

    private static void write(DataOutputStream out, Collection<?> names) throws IOException {
        out.writeInt(names.size());
        for (Object name : names) {
            out.writeUTF(name.toString());
        }
    }

    private static <T> List<T> read(DataInputStream in, Function<String, T> parse)
            throws IOException {
        int count = in.readInt();
        List<T> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(parse.apply(in.readUTF()));
        }
        return names;
    }
}
