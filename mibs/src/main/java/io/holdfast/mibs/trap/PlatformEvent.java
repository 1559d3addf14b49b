package io.holdfast.mibs.trap;

import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.object.Value;
import java.util.Locale;
import java.util.Optional;

/**
 * What a Platform Event Trap is about (IPMI Platform Event Trap Format 1.0): the specific-trap has
 * the sensor's type, the event's type and its offset, the one binding the rest.
 *
 * @param sensor the sensor's type
 * @param event the event's or reading's type
 * @param offset the offset of the state
 * @param over whether the state ended
 * @param part which sensor of which entity; empty where the binding does not say
 */
record PlatformEvent(int sensor, int event, int offset, boolean over, Optional<String> part) {

    /** The enterprise of these traps. */
    static final Oid ENTERPRISE = Oid.parse("1.3.6.1.4.1.3183.1.1");

    /** The object with the event's data. */
    static final Oid DATA = ENTERPRISE.child(1);

    private static final int DEASSERTED = 0x80;
    private static final int SENSOR_NUMBER = 28;
    private static final int ENTITY = 29;
    private static final int ENTITY_INSTANCE = 30;
    private static final int UNSPECIFIED = 0xff;

    /** Empty where the notification is none. */
    static Optional<PlatformEvent> of(Notification notification) {
        return notification.trap().number().flatMap(oid -> of(oid, notification));
    }

    private static Optional<PlatformEvent> of(Oid trap, Notification notification) {
        int specific = ENTERPRISE.length() + 1;
        boolean one =
                trap.length() == specific + 1
                        && trap.startsWith(ENTERPRISE)
                        && trap.arc(ENTERPRISE.length()) == 0;
        if (!one) {
            return Optional.empty();
        }
        int number = (int) trap.arc(specific);
        return Optional.of(
                new PlatformEvent(
                        number >> 16 & 0xff,
                        number >> 8 & 0xff,
                        number & 0x0f,
                        (number & DEASSERTED) != 0,
                        part(notification)));
    }

    private static Optional<String> part(Notification notification) {
        return notification.bindings().stream()
                .filter(binding -> binding.key().number().filter(DATA::equals).isPresent())
                .flatMap(
                        binding ->
                                binding.value() instanceof Value.Octets octets
                                        ? part(octets.bytes()).stream()
                                        : Optional.<String>empty().stream())
                .findFirst();
    }

    private static Optional<String> part(byte[] data) {
        if (data.length <= ENTITY_INSTANCE || (data[SENSOR_NUMBER] & 0xff) == UNSPECIFIED) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "sensor 0x%02x, entity %d.%d",
                        data[SENSOR_NUMBER] & 0xff,
                        data[ENTITY] & 0xff,
                        data[ENTITY_INSTANCE] & 0x7f));
    }

    /** In words, where no rule knows it. */
    String text() {
        return String.format(
                Locale.ROOT,
                "platform event: sensor type 0x%02x, event type 0x%02x, offset %d%s",
                sensor,
                event,
                offset,
                over ? ", over" : "");
    }
}
