package io.holdfast.collector.api.shown;

import io.holdfast.collector.view.TopologyView;
import io.holdfast.core.component.ComponentId;
import io.holdfast.core.topology.Chain;
import io.holdfast.core.topology.Load;
import io.holdfast.core.topology.Outcome;
import io.holdfast.core.topology.Spof;
import io.holdfast.wire.api.ChainReport;
import io.holdfast.wire.api.SpofList;
import io.holdfast.wire.api.Status;
import io.holdfast.wire.api.TopologyReport;
import io.holdfast.wire.api.WhatIfReport;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The graph, and what follows from it, as clients see it. */
public final class ShownTopology {

    private ShownTopology() {}

    /** The graph itself. */
    public static TopologyReport report(TopologyView view) {
        return new TopologyReport(
                view.at(),
                view.estate().findings().isEmpty() ? Status.OK : Status.WARNING,
                view.estate().topology().components().size(),
                view.estate().links().stream()
                        .map(
                                link ->
                                        new TopologyReport.Edge(
                                                link.dependant().toString(),
                                                link.on().toString(),
                                                link.known().stream().map(k -> k.word()).toList()))
                        .toList(),
                view.estate().findings().stream()
                        .map(
                                found ->
                                        new TopologyReport.Found(
                                                word(found.sort()),
                                                ids(found.about()),
                                                found.text()))
                        .toList());
    }

    /** Single points of failure. */
    public static SpofList spofs(TopologyView view, List<Spof> spofs) {
        return new SpofList(
                view.at(),
                spofs.stream().map(ShownTopology::status).reduce(Status.OK, Status::worse),
                !view.estate().services().isEmpty(),
                spofs.stream()
                        .map(
                                spof ->
                                        new SpofList.Point(
                                                spof.component().toString(),
                                                spof.byDesign(),
                                                chains(spof.stops()),
                                                ids(spof.endangers())))
                        .toList());
    }

    private static Status status(Spof spof) {
        if (spof.stops().isEmpty()) {
            return Status.UNKNOWN;
        }
        return spof.byDesign() ? Status.OK : Status.CRITICAL;
    }

    /** What would follow from a loss. */
    public static WhatIfReport outcome(TopologyView view, Outcome outcome) {
        return new WhatIfReport(
                view.at(),
                status(outcome.verdict()),
                verdict(outcome.verdict()),
                ids(outcome.lost()),
                chains(outcome.stops()),
                outcome.doubts().stream()
                        .map(
                                doubt ->
                                        new WhatIfReport.Doubt(
                                                doubt.component().toString(), ids(doubt.unknown())))
                        .toList(),
                outcome.withoutSpare().stream()
                        .map(
                                bare ->
                                        new WhatIfReport.Bare(
                                                bare.group().toString(),
                                                bare.carries().map(ComponentId::toString),
                                                ids(bare.left())))
                        .toList(),
                outcome.loads().stream().map(ShownTopology::load).toList(),
                outcome.further());
    }

    private static WhatIfReport.Load load(Load load) {
        return new WhatIfReport.Load(
                load.component().toString(),
                load.unit().word(),
                load.before(),
                load.after(),
                load.limit(),
                load.over());
    }

    private static Status status(Outcome.Verdict verdict) {
        return switch (verdict) {
            case HARMLESS -> Status.OK;
            case FRAGILE -> Status.WARNING;
            case UNKNOWN -> Status.UNKNOWN;
            case STOPS -> Status.CRITICAL;
        };
    }

    private static WhatIfReport.Verdict verdict(Outcome.Verdict verdict) {
        return switch (verdict) {
            case HARMLESS -> WhatIfReport.Verdict.HARMLESS;
            case FRAGILE -> WhatIfReport.Verdict.FRAGILE;
            case UNKNOWN -> WhatIfReport.Verdict.UNKNOWN;
            case STOPS -> WhatIfReport.Verdict.STOPS;
        };
    }

    private static List<ChainReport> chains(List<Chain> chains) {
        return chains.stream()
                .map(chain -> new ChainReport(chain.end().toString(), ids(chain.steps())))
                .toList();
    }

    private static List<String> ids(Collection<ComponentId> ids) {
        return ids.stream().map(ComponentId::toString).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
