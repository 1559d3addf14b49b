package io.holdfast.core.diagnosis;

import io.holdfast.core.component.Kind;
import io.holdfast.core.observation.Evidence;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A way of saying a sign, for components of some kinds.
 *
 * <p>The words are those of our own drivers and of the MIBs, sensor tables and schemas that their
 * profiles name; spaces and dashes of a pattern stand for any or none.
 *
 * @param sign what it means
 * @param kinds of whom it means that
 * @param words what is looked for in key, value and label, in lower case
 */
record Phrase(Sign sign, Set<Kind> kinds, Pattern words) {

    private static final Set<Kind> FED =
            EnumSet.of(Kind.PSU, Kind.PDU, Kind.UPS, Kind.ATS, Kind.FEED, Kind.SWITCH, Kind.OUTLET);
    private static final Set<Kind> POWERED_HOST = EnumSet.of(Kind.HOST);
    private static final Set<Kind> LINKED = EnumSet.of(Kind.NIC, Kind.PORT);
    private static final Set<Kind> BUNDLE = EnumSet.of(Kind.BOND, Kind.LAG);
    private static final Set<Kind> UPS = EnumSet.of(Kind.UPS, Kind.BATTERY, Kind.HOST);
    private static final Set<Kind> SWITCHED = EnumSet.of(Kind.OUTLET, Kind.BREAKER);
    private static final Set<Kind> ANY = EnumSet.allOf(Kind.class);

    /** In the order in which they are tried. */
    private static final List<Phrase> KNOWN =
            List.of(
                    of(Sign.LOW_BATTERY, UPS, "battery is low|low battery|battery low|depleted"),
                    of(Sign.LOW_BATTERY, UPS, "about to switch off"),
                    of(Sign.ON_BATTERY, EnumSet.of(Kind.UPS, Kind.HOST), "on battery"),
                    of(
                            Sign.INPUT_LOST,
                            FED,
                            "ac lost|input lost|power input loss|no power input|loss of input"
                                    + "|no input|fault input|input bad|\\bno power\\b|not plugged"
                                    + "|not powered|no usable power|no voltage at its inlet"
                                    + "|no mains at its inlet|off env power|output not powered"
                                    + "|input fail|\\binput:? (failed|out)|^input: 0"),
                    of(Sign.INPUT_LOST, FED, "relay fail|both sources bad"),
                    of(Sign.SWITCHED_OFF, LINKED, "set down by someone"),
                    of(Sign.SWITCHED_OFF, BUNDLE, "set down by someone"),
                    of(Sign.SWITCHED_OFF, POWERED_HOST, "chassis status: power off"),
                    of(Sign.SWITCHED_OFF, SWITCHED, "\\boff\\b|\\bopen\\b|tripped|\\bdeactive\\b"),
                    of(Sign.ONE_SOURCE, EnumSet.of(Kind.ATS), "redundancy|source"),
                    of(
                            Sign.NOT_DISTRIBUTING,
                            LINKED,
                            "outside the active aggregator|does not carry traffic"
                                    + "|without a speed|passes no traffic|synchronization"
                                    + "|collecting|distributing|attached aggregator"),
                    of(
                            Sign.LINK_DOWN,
                            LINKED,
                            "no link|lost this link|does not use this link|waits out|notpresent"
                                    + "|lowerlayerdown|operstate|linkdown|carrier"),
                    of(
                            Sign.LYING,
                            BUNDLE,
                            "no switch answers|watches no link|still the active member"),
                    of(Sign.MEMBER_LOST, BUNDLE, "^.*\\blost\\b"),
                    of(Sign.NOT_DISTRIBUTING, LINKED, "no switch answers"),
                    of(
                            Sign.TOO_HOT,
                            EnumSet.of(Kind.TEMPERATURE, Kind.HOST, Kind.SWITCH, Kind.CPU),
                            "over temp|overheat|too hot|above its limit|thermal trip"),
                    of(
                            Sign.WEARING,
                            ANY,
                            "predict|wear|\\bworn\\b|corrected|reallocat|pending|error rate"
                                    + "|endurance"));

    private static Phrase of(Sign sign, Set<Kind> kinds, String words) {
        return new Phrase(sign, kinds, Pattern.compile(words.replace(" ", "[ _-]*")));
    }

    /** The first sign that a piece of evidence speaks of, where it speaks of one. */
    static Optional<Sign> read(Kind kind, Evidence piece) {
        String text =
                (piece.label() + " " + piece.key() + " " + piece.value()).toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(phrase -> phrase.kinds.contains(kind))
                .filter(phrase -> phrase.words.matcher(text).find())
                .map(Phrase::sign)
                .findFirst();
    }
}
