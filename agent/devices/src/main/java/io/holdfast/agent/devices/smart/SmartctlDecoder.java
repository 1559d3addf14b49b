package io.holdfast.agent.devices.smart;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.core.observation.Health;
import io.holdfast.core.observation.Limits;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.observation.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what {@code smartctl -j -a} says of one disk (smartmontools 7.0 and later).
 *
 * <p>A disk has failed where it says so itself, or where it takes no more data; whatever only
 * points at its end makes it degraded.
 */
public final class SmartctlDecoder {

    private static final String PRIVILEGE =
            "run the agent as root, or give it CAP_SYS_RAWIO (SATA, SAS) and CAP_SYS_ADMIN (NVMe)";

    private SmartctlDecoder() {}

    /**
     * Decodes one answer; never fails, whatever the text.
     *
     * @param source the command line, for evidence
     * @param exitStatus what smartctl returned
     * @param out what it wrote
     */
    public static SmartAnswer decode(String source, int exitStatus, String out) {
        if (exitStatus == SmartTarget.ASLEEP_STATUS) {
            return new SmartAnswer.Asleep();
        }
        return switch (JsonRead.of(out)) {
            case JsonRead.Bad(String reason) ->
                    new SmartAnswer.Mute(
                            new Silence(
                                    Silence.Cause.NOT_UNDERSTOOD,
                                    "smartctl's answer is no JSON: " + reason,
                                    "smartmontools 7.0 or later is needed"));
            case JsonRead.Good(Json json) -> answer(source, exitStatus, json);
        };
    }

    private static SmartAnswer answer(String source, int exitStatus, Json root) {
        String messages = messages(root);
        if (messages.contains("STANDBY mode") || messages.contains("SLEEP mode")) {
            return new SmartAnswer.Asleep();
        }
        if (!root.at("device").present() && !root.at("smartctl").present()) {
            return new SmartAnswer.Mute(
                    Silence.of(Silence.Cause.NOT_UNDERSTOOD, "not an answer of smartctl -a"));
        }
        Findings findings = new Findings(source);
        overall(root, findings);
        AtaFindings.read(root, findings);
        NvmeFindings.read(root, findings);
        ScsiFindings.read(root, findings);
        if (findings.isEmpty() && !root.at("smart_status").present()) {
            return new SmartAnswer.Mute(nothingSaid(exitStatus, messages));
        }
        temperature(root, findings);
        findings.reading(
                "power_on_time",
                root.at("power_on_time", "hours").number(),
                Unit.HOURS,
                Limits.NONE);
        if (findings.evidence().isEmpty()) {
            findings.claim(Health.OK, "smart_status.passed", "true", "the disk says it is well");
        }
        return new SmartAnswer.Verdict(
                identity(root), findings.health(), findings.readings(), findings.evidence());
    }

    /**
     * The disk's own verdict. That of NVMe only sums up the bits of its critical warning, which are
     * judged one by one.
     */
    private static void overall(Json root, Findings findings) {
        Json status = root.at("smart_status");
        if (!status.at("passed").isFalse()) {
            return;
        }
        if (root.at("nvme_smart_health_information_log", "critical_warning").whole().orElse(0)
                != 0) {
            return;
        }
        String informational = status.at("scsi", "ie_string").textOrEmpty();
        findings.claim(
                Health.FAILED,
                "smart_status.passed",
                "false",
                informational.isEmpty()
                        ? "the disk itself says that it is failing"
                        : "the disk itself says that it is failing: " + informational);
    }

    private static void temperature(Json root, Findings findings) {
        Json temperature = root.at("temperature");
        OptionalDouble current = temperature.at("current").number();
        if (current.isEmpty() || current.getAsDouble() <= 0) {
            return;
        }
        OptionalDouble warning = positive(temperature.at("op_limit_max"));
        OptionalDouble critical =
                firstOf(
                        positive(temperature.at("drive_trip")),
                        positive(temperature.at("critical_limit_max")),
                        positive(temperature.at("limit_max")));
        Limits limits = Limits.high(warning, critical);
        findings.reading("temperature", current, Unit.CELSIUS, limits);
        if (limits.judge(current.getAsDouble()) != Health.OK) {
            findings.claim(
                    Health.DEGRADED,
                    "temperature.current",
                    Findings.plain(current.getAsDouble()),
                    "hotter than the disk's own limit");
        }
    }

    private static OptionalDouble positive(Json json) {
        OptionalDouble value = json.number();
        return value.orElse(0) > 0 ? value : OptionalDouble.empty();
    }

    private static OptionalDouble firstOf(OptionalDouble... values) {
        for (OptionalDouble value : values) {
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalDouble.empty();
    }

    private static SortedMap<String, String> identity(Json root) {
        SortedMap<String, String> identity = new TreeMap<>();
        put(identity, "model", root.at("model_name"), root.at("scsi_model_name"));
        put(identity, "serial", root.at("serial_number"));
        put(identity, "firmware", root.at("firmware_version"), root.at("scsi_revision"));
        put(identity, "capacity-bytes", root.at("user_capacity", "bytes"));
        put(identity, "protocol", root.at("device", "protocol"));
        return identity;
    }

    private static void put(SortedMap<String, String> into, String key, Json... choices) {
        for (Json choice : choices) {
            Optional<String> text = choice.text();
            if (text.isPresent()) {
                into.putIfAbsent(key, text.get());
            }
        }
    }

    private static Silence nothingSaid(int exitStatus, String messages) {
        String detail = messages.isEmpty() ? bits(exitStatus) : messages;
        String lower = messages.toLowerCase(Locale.ROOT);
        if (lower.contains("permission denied") || lower.contains("operation not permitted")) {
            return new Silence(Silence.Cause.NOT_PERMITTED, detail, PRIVILEGE);
        }
        boolean opened = !ExitBit.of(exitStatus).contains(ExitBit.OPEN_FAILED);
        return Silence.of(
                opened ? Silence.Cause.NOT_OFFERED : Silence.Cause.FAILED,
                detail.isEmpty() ? "the disk offers no SMART" : detail);
    }

    private static String messages(Json root) {
        StringBuilder all = new StringBuilder();
        for (Json message : root.at("smartctl", "messages").items()) {
            all.append(all.isEmpty() ? "" : "; ").append(message.at("string").textOrEmpty());
        }
        return all.toString();
    }

    private static String bits(int exitStatus) {
        StringBuilder all = new StringBuilder();
        for (ExitBit bit : ExitBit.of(exitStatus)) {
            all.append(all.isEmpty() ? "" : "; ").append(bit.meaning());
        }
        return all.toString();
    }
}
