package io.holdfast.agent.devices.serial.megatec;

import io.holdfast.agent.devices.serial.Driver;
import io.holdfast.agent.devices.serial.line.Exchange;
import io.holdfast.agent.devices.serial.line.Exchange.Reply;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.agent.devices.ups.Part;
import io.holdfast.agent.devices.ups.UpsFacts;
import io.holdfast.agent.devices.ups.UpsSurvey;
import io.holdfast.core.observation.Silence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * UPSs that speak Megatec (Q1) or one of Voltronic's dialects of it. Finds the dialect at the first
 * look and keeps to it; when that falls silent, all are tried again at the next look.
 */
public final class MegatecDriver implements Driver {

    /** The longest answer of the family, in bytes. */
    static final int LONGEST_ANSWER = 192;

    /** How long a UPS at 2400 bit/s may take for one answer. */
    static final Duration ANSWER_WITHIN = Duration.ofMillis(1500);

    /** A UPS that is busy with its relays loses a question now and then. */
    static final int MOST_TRIES = 2;

    private Optional<Dialect> dialect = Optional.empty();

    @Override
    public String word() {
        return "megatec";
    }

    @Override
    public LineSettings usual() {
        return LineSettings.plain(2400);
    }

    @Override
    public Outcome talk(Exchange exchange, Asked asked) throws InterruptedException {
        return new Talk(exchange, asked).run();
    }

    /** One look. */
    private final class Talk {
        private final Exchange exchange;
        private final Asked asked;
        private final UpsFacts facts;
        private Optional<Silence> gone = Optional.empty();
        private String heard = "";

        Talk(Exchange exchange, Asked asked) {
            this.exchange = exchange;
            this.asked = asked;
            this.facts = new UpsFacts(asked.device());
        }

        Outcome run() throws InterruptedException {
            List<Dialect> candidates =
                    dialect.map(List::of).orElseGet(() -> Arrays.asList(Dialect.values()));
            // Unknown ones are tried in turn, so that a lost question costs no dialect its chance.
            for (int i = 0; i < MOST_TRIES; i++) {
                for (Dialect candidate : candidates) {
                    boolean answered = ask(candidate);
                    if (gone.isPresent()) {
                        return new Outcome.Broken(gone.get());
                    }
                    if (answered) {
                        dialect = Optional.of(candidate);
                        return new Outcome.Seen(
                                UpsSurvey.of(asked.probe(), asked.host(), asked.at(), true, facts));
                    }
                }
            }
            dialect = Optional.empty();
            return new Outcome.Unheard(nothing());
        }

        private boolean ask(Dialect candidate) throws InterruptedException {
            return switch (candidate) {
                case MEGATEC -> plain("Q1");
                case VOLTRONIC_QS -> plain("QS");
                case VOLTRONIC -> voltronic();
                case INVERTER -> inverter();
            };
        }

        private boolean plain(String question) throws InterruptedException {
            Optional<Status> status = query(question, answer -> Status.decodeQ1(question, answer));
            if (status.isEmpty()) {
                return false;
            }
            describe(status.get());
            return true;
        }

        private boolean voltronic() throws InterruptedException {
            Optional<Status> status = query("QGS", Status::decodeQgs);
            if (status.isEmpty()) {
                return false;
            }
            query("QMOD", Mode::decode).ifPresent(mode -> mode.claim(facts));
            query("QID", answer -> Answers.body(answer, '('))
                    .ifPresent(serial -> facts.attribute(Part.UPS, "serial", serial));
            describe(status.get());
            return true;
        }

        private void describe(Status status) throws InterruptedException {
            Ratings ratings = query("F", Ratings::decode).orElse(Ratings.UNKNOWN);
            Identity identity = query("I", Identity::decode).orElse(Identity.UNKNOWN);
            facts.attribute(Part.UPS, "vendor", identity.vendor());
            facts.attribute(Part.UPS, "model", identity.model());
            facts.attribute(Part.UPS, "firmware", identity.firmware());
            status.tell(facts, ratings);
        }

        private boolean inverter() throws InterruptedException {
            Optional<Inverter> inverter = query(Inverter.question("QPIGS"), Inverter::decode);
            if (inverter.isEmpty()) {
                return false;
            }
            query(
                            Inverter.question("QMOD"),
                            answer -> Inverter.checked(answer).flatMap(Mode::decode))
                    .ifPresent(mode -> mode.claimOfInverter(facts, inverter.get().fed()));
            query(
                            Inverter.question("QID"),
                            answer ->
                                    Inverter.checked(answer)
                                            .flatMap(plain -> Answers.body(plain, '(')))
                    .ifPresent(serial -> facts.attribute(Part.UPS, "serial", serial));
            inverter.get().tell(facts);
            return true;
        }

        private <T> Optional<T> query(String question, Function<byte[], Optional<T>> decoder)
                throws InterruptedException {
            byte[] bytes = (question + "\r").getBytes(StandardCharsets.US_ASCII);
            return query(bytes, decoder);
        }

        private <T> Optional<T> query(byte[] question, Function<byte[], Optional<T>> decoder)
                throws InterruptedException {
            if (gone.isEmpty()) {
                Reply reply = exchange.ask(question, c -> c == '\r', LONGEST_ANSWER, ANSWER_WITHIN);
                Optional<T> decoded =
                        reply instanceof Reply.Whole(byte[] answer) && !Answers.refused(answer)
                                ? decoder.apply(answer)
                                : Optional.empty();
                if (decoded.isPresent()) {
                    return decoded;
                }
                note(question, reply);
            }
            return Optional.empty();
        }

        private void note(byte[] question, Reply reply) {
            String asked = "'" + Exchange.shown(question).replace(".", "") + "'";
            switch (reply) {
                case Reply.Gone(Silence why) -> gone = Optional.of(why);
                case Reply.Nothing() -> {}
                case Reply.Broken(byte[] bytes, boolean tooLong) ->
                        heard =
                                asked
                                        + (tooLong
                                                ? " was answered without end: "
                                                : " was answered in part: ")
                                        + Exchange.shown(bytes);
                case Reply.Whole(byte[] bytes) ->
                        heard =
                                asked
                                        + (Arrays.equals(bytes, question)
                                                ? " came back as it was sent"
                                                : " was answered with ")
                                        + (Arrays.equals(bytes, question)
                                                ? ""
                                                : Exchange.shown(bytes));
            }
        }

        private Silence nothing() {
            String remedy =
                    "check the cable, --line (usual: "
                            + usual()
                            + ") and the driver; some UPSs want the maker's own cable";
            return heard.isEmpty()
                    ? new Silence(
                            Silence.Cause.TIMED_OUT,
                            "no answer to Q1, QGS, QS and QPIGS on " + asked.device(),
                            remedy)
                    : new Silence(
                            Silence.Cause.NOT_UNDERSTOOD,
                            "no Megatec answer on " + asked.device() + "; " + heard,
                            remedy);
        }
    }
}
