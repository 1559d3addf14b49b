package io.holdfast.agent.devices.serial.modbus;

import io.holdfast.agent.devices.serial.DeviceDraft;
import io.holdfast.agent.devices.serial.Driver;
import io.holdfast.agent.devices.serial.line.Exchange;
import io.holdfast.agent.devices.serial.line.Exchange.Reply;
import io.holdfast.agent.devices.serial.line.LineSettings;
import io.holdfast.core.observation.Silence;
import io.holdfast.mibs.line.ModbusMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A device on a line that speaks Modbus RTU, read by a register map. Only ever reads: functions 3
 * and 4.
 */
public final class ModbusDriver implements Driver {

    /** How long one answer may take. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);

    /** How often a question is asked that was answered badly or not at all. */
    static final int MOST_TRIES = 3;

    private final ModbusMap map;
    private final int unit;
    private final List<Block> blocks;

    /**
     * @param unit the device's address on the bus
     */
    public ModbusDriver(ModbusMap map, int unit) {
        this.map = map;
        this.unit = unit;
        this.blocks = Block.of(map);
    }

    @Override
    public String word() {
        return "modbus";
    }

    @Override
    public LineSettings usual() {
        return LineSettings.parse(map.line()).orElseGet(() -> LineSettings.plain(9600));
    }

    @Override
    public Outcome talk(Exchange exchange, Asked asked) throws InterruptedException {
        Image image = new Image();
        DeviceDraft draft = new DeviceDraft(map.self(), asked.device());
        Optional<Silence> first = Optional.empty();
        int read = 0;
        for (Block block : blocks) {
            switch (read(exchange, block)) {
                case Result.Words(int[] words) -> {
                    image.put(block, words);
                    read++;
                }
                case Result.Broken(Silence why) -> {
                    return new Outcome.Broken(why);
                }
                case Result.Unread(Silence why) -> {
                    draft.unseen(asked.device() + " " + block, why);
                    first = first.isEmpty() ? Optional.of(why) : first;
                    if (read == 0 && why.cause() == Silence.Cause.TIMED_OUT) {
                        return new Outcome.Unheard(nobody(asked));
                    }
                }
            }
        }
        if (read == 0) {
            return new Outcome.Unheard(first.orElseGet(() -> nobody(asked)));
        }
        RegisterDecoder.decode(map, image, draft);
        return new Outcome.Seen(draft.survey(asked, map.covers(), true));
    }

    @SuppressWarnings("ArrayRecordComponent") // Registers, decoded and never compared.
    private sealed interface Result {
        record Words(int[] words) implements Result {}

        record Unread(Silence why) implements Result {}

        record Broken(Silence why) implements Result {}
    }

    private Result read(Exchange exchange, Block block) throws InterruptedException {
        int function = block.table().function();
        byte[] question = Rtu.question(unit, function, block.start(), block.words());
        Silence why = Silence.of(Silence.Cause.TIMED_OUT, "no answer for " + block);
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Reply> failed = exchange.say(question);
            Reply reply =
                    failed.isPresent()
                            ? failed.get()
                            : exchange.listenTo(Rtu::end, Rtu.LONGEST_FRAME, ANSWER_WITHIN);
            switch (reply) {
                case Reply.Gone(Silence gone) -> {
                    return new Result.Broken(gone);
                }
                case Reply.Nothing() -> {}
                case Reply.Broken(byte[] bytes, boolean tooLong) ->
                        why = notUnderstood(block, "a frame that stops after " + bytes.length);
                case Reply.Whole(byte[] frame) -> {
                    switch (Rtu.decode(frame, unit, function, block.words())) {
                        case Rtu.Answer.Words(int[] words) -> {
                            return new Result.Words(words);
                        }
                        case Rtu.Answer.Refused(int code) -> {
                            return new Result.Unread(refused(block, code));
                        }
                        case Rtu.Answer.Bad(String reason) -> why = notUnderstood(block, reason);
                    }
                }
            }
        }
        return new Result.Unread(why);
    }

    private static Silence notUnderstood(Block block, String found) {
        return Silence.of(Silence.Cause.NOT_UNDERSTOOD, "expected " + block + ", found " + found);
    }

    private static Silence refused(Block block, int code) {
        return new Silence(
                Silence.Cause.NOT_OFFERED,
                "the device refuses " + block + " with Modbus exception " + code,
                "check that the map is that of this model");
    }

    private Silence nobody(Asked asked) {
        return new Silence(
                Silence.Cause.TIMED_OUT,
                "unit " + unit + " does not answer on " + asked.device(),
                "check A and B of RS-485, --line (usual: " + usual() + ") and --unit");
    }
}
