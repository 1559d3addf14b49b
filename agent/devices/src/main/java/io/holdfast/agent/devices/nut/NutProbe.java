package io.holdfast.agent.devices.nut;

import io.holdfast.agent.devices.Probe;
import io.holdfast.agent.devices.ups.UpsSurvey;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unseen;
import io.holdfast.core.survey.Survey;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;

/** Looks at the UPSs and PDUs that an upsd of NUT reads. Only lists; never logs in or commands. */
public final class NutProbe implements Probe {

    /** The name of this probe. */
    public static final String NAME = "nut.upsd";

    /** The most devices of one upsd. */
    static final int MOST_DEVICES = 64;

    private final HostId host;
    private final NutTarget target;
    private final SocketFactory sockets;
    private final InstantSource clock;
    private final Ticker ticker;
    private final Duration answerWithin;

    /**
     * @param answerWithin how long upsd may take to accept, and for each answer
     */
    public NutProbe(
            HostId host,
            NutTarget target,
            SocketFactory sockets,
            InstantSource clock,
            Ticker ticker,
            Duration answerWithin) {
        this.host = host;
        this.target = target;
        this.sockets = sockets;
        this.clock = clock;
        this.ticker = ticker;
        this.answerWithin = answerWithin;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Survey look() {
        try (Upsd upsd =
                Upsd.connect(target.host(), target.port(), sockets, ticker, answerWithin)) {
            return look(upsd);
        } catch (IOException e) {
            return blind(Upsd.silence(target.toString(), e));
        }
    }

    private Survey look(Upsd upsd) throws IOException {
        if (target.ups().isPresent()) {
            return look(upsd, List.of(target.ups().get()));
        }
        return switch (upsd.list("UPS")) {
            case UpsdList.Refused(Silence why) -> blind(why);
            case UpsdList.Lines(List<UpsdLine> lines) -> {
                List<String> names =
                        lines.stream()
                                .filter(line -> line.begins("UPS"))
                                .map(line -> line.word(1))
                                .filter(NutTarget::isName)
                                .toList();
                yield names.isEmpty() ? blind(noUps()) : look(upsd, names);
            }
        };
    }

    private Silence noUps() {
        return new Silence(
                Silence.Cause.NOT_OFFERED,
                target + " knows no UPS",
                "name it in ups.conf and start its driver");
    }

    private Survey look(Upsd upsd, List<String> all) throws IOException {
        UpsSurvey survey = new UpsSurvey(host, clock.instant());
        List<String> names = all.subList(0, Math.min(MOST_DEVICES, all.size()));
        if (names.size() < all.size()) {
            survey.add(beyond(all.subList(names.size(), all.size())));
        }
        for (String name : names) {
            String source = target + " " + name;
            switch (upsd.list("VAR " + name)) {
                case UpsdList.Refused(Silence why) -> survey.add(new Unseen(source, why));
                case UpsdList.Lines(List<UpsdLine> lines) ->
                        survey.add(
                                names.size() == 1 ? "" : name,
                                NutDecoder.decode(variables(lines), source));
            }
        }
        return survey.survey(NAME, true);
    }

    private Unseen beyond(List<String> names) {
        return new Unseen(
                target
                        + ": "
                        + names.size()
                        + " UPSs more, "
                        + names.getFirst()
                        + " to "
                        + names.getLast(),
                new Silence(
                        Silence.Cause.NOT_OFFERED,
                        "one look takes " + MOST_DEVICES + " UPSs of one upsd",
                        "name one of the others: --ups, or ups: in the settings of a rack"));
    }

    private static NutVariables variables(List<UpsdLine> lines) {
        Map<String, String> values = new HashMap<>();
        for (UpsdLine line : lines) {
            if (line.begins("VAR")) {
                values.put(line.word(2), line.word(3));
            }
        }
        return new NutVariables(values);
    }

    private Survey blind(Silence why) {
        return Survey.blind(NAME, clock.instant(), new Unseen(target.toString(), why));
    }
}
