package io.holdfast.collector.api.endpoint;

import io.holdfast.collector.api.call.Answer;
import io.holdfast.collector.api.call.Call;
import io.holdfast.collector.api.call.Refusal;
import io.holdfast.collector.api.shown.ShownTopology;
import io.holdfast.collector.operations.Topologies;
import io.holdfast.collector.topology.ComponentNames;
import io.holdfast.collector.view.TopologyView;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.topology.SinglePoints;
import io.holdfast.core.topology.Spof;
import io.holdfast.core.topology.WhatIf;
import io.holdfast.wire.api.SpofList;
import io.holdfast.wire.api.TopologyReport;
import io.holdfast.wire.api.WhatIfReport;
import io.holdfast.wire.api.json.JsonRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers what hangs on what, and what stops if something goes. */
final class Foresight {

    /** More losses at once are no question that a person asks. */
    static final int MOST_LOST = 100;

    private static final JsonRecord<TopologyReport> TOPOLOGY = JsonRecord.of(TopologyReport.class);
    private static final JsonRecord<SpofList> SPOFS = JsonRecord.of(SpofList.class);
    private static final JsonRecord<WhatIfReport> WHAT_IF = JsonRecord.of(WhatIfReport.class);
    private static final String LOSE = "lose";
    private static final String NEW = "new";

    private final Topologies topologies;

    Foresight(Topologies topologies) {
        this.topologies = topologies;
    }

    Answer topology(Call call) {
        call.expectQuery(Set.of());
        return Answer.ok(TOPOLOGY, ShownTopology.report(topologies.topology()));
    }

    Answer spofs(Call call) {
        call.expectQuery(Set.of(NEW));
        boolean newOnly = call.query(NEW, Foresight::flag).orElse(false);
        TopologyView view = topologies.topology();
        List<Spof> spofs =
                SinglePoints.of(view.situation(), view.estate().precious()).stream()
                        .filter(spof -> !newOnly || !spof.byDesign())
                        .toList();
        return Answer.ok(SPOFS, ShownTopology.spofs(view, spofs));
    }

    Answer whatIf(Call call) {
        call.expectQuery(Set.of(LOSE));
        List<String> names =
                call.query(LOSE, text -> List.of(text.split(",", -1))).orElse(List.of());
        if (names.isEmpty() || names.size() > MOST_LOST) {
            throw Refusal.badRequest(
                    "expected lose= with 1 to " + MOST_LOST + " components, found " + names.size(),
                    "see: holdfast what-if --help");
        }
        TopologyView view = topologies.topology();
        ComponentNames known = new ComponentNames(view.estate().topology().components());
        List<ComponentId> lost = new ArrayList<>();
        for (String name : names) {
            try {
                lost.add(known.find(name.strip()));
            } catch (IllegalArgumentException e) {
                throw Refusal.notFound(
                        String.valueOf(e.getMessage()), "holdfast topology show lists them");
            }
        }
        return Answer.ok(
                WHAT_IF,
                ShownTopology.outcome(
                        view, WhatIf.of(view.estate(), view.situation(), view.meters(), lost)));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "expected true or false, found '" + text + "'");
        };
    }
}
