package io.holdfast.cli.report;

import io.holdfast.cli.terminal.Cell;
import io.holdfast.cli.terminal.Tone;
import io.holdfast.core.redundancy.Redundancy;
import io.holdfast.core.redundancy.Standing;
import io.holdfast.wire.api.AgentReport;
import io.holdfast.wire.api.EvidenceReport;
import io.holdfast.wire.api.Status;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalInt;

/** The words of the vocabulary as reports print them. */
final class Words {

    private static final String NOWHERE = "default/default/";

    private Words() {}

    /** The lower-case word of a constant, its parts apart. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A host without the site and rack that nobody named. */
    static String host(String id) {
        return id.startsWith(NOWHERE) ? id.substring(NOWHERE.length()) : id;
    }

    /**
     * The part of a component's or group's id after its host: {@code nic:eth0} or {@code bond0}.
     */
    static String local(String id) {
        String[] parts = id.split("/", 4);
        String local = parts.length == 4 ? parts[3] : id;
        return local.startsWith("group:") ? local.substring("group:".length()) : local;
    }

    /** The name alone, without its kind: {@code eth0}. */
    static String name(String id) {
        String local = local(id);
        return local.substring(local.indexOf(':') + 1);
    }

    /** Where a claim comes from, as a person would look for it. */
    static String source(EvidenceReport evidence) {
        String where =
                evidence.key().isEmpty()
                        ? evidence.source()
                        : evidence.source() + " " + evidence.key();
        return evidence.value().isEmpty() ? where : where + " = " + evidence.value();
    }

    /** What a claim says, with where it comes from. */
    static String claim(EvidenceReport evidence) {
        String source = source(evidence);
        return evidence.label().isEmpty() ? source : evidence.label() + " (" + source + ")";
    }

    static Cell cell(Status status) {
        return new Cell(status.name(), tone(status));
    }

    static Tone tone(Status status) {
        return switch (status) {
            case OK -> Tone.GOOD;
            case WARNING -> Tone.WARNING;
            case CRITICAL -> Tone.BAD;
            case UNKNOWN -> Tone.STRONG;
        };
    }

    /** The state of a group; what is bad is in capitals, for those who see no colours. */
    static Cell cell(Redundancy redundancy, boolean byDesign) {
        return switch (redundancy) {
            case FULL -> new Cell("full", Tone.GOOD);
            case DEGRADED -> new Cell("DEGRADED", Tone.WARNING);
            case NONE -> byDesign ? Cell.of("no spare") : new Cell("NO SPARE", Tone.BAD);
            case INSUFFICIENT -> new Cell("STOPPED", Tone.BAD);
            case UNKNOWN -> new Cell("unknown", Tone.STRONG);
        };
    }

    static Cell cell(Standing standing) {
        return switch (standing) {
            case WORKING -> new Cell("ok", Tone.GOOD);
            case WEAK -> new Cell("DEGRADED", Tone.WARNING);
            case FAILED -> new Cell("FAILED", Tone.BAD);
            case ABSENT -> new Cell("ABSENT", Tone.BAD);
            case UNKNOWN -> new Cell("unknown", Tone.STRONG);
        };
    }

    /** A number of spares; {@code ?} where nobody can say. */
    static String spares(OptionalInt spares) {
        return spares.isPresent() ? Integer.toString(spares.getAsInt()) : "?";
    }

    /** By whom and when an agent was revoked. */
    static String revoked(AgentReport agent, ZoneId zone) {
        return agent.revoked()
                .map(by -> "revoked by " + by.by() + " at " + Plain.time(by.at(), zone))
                .orElse("revoked");
    }
}
