package io.holdfast.mibs.trap.recorded;

import io.holdfast.mibs.trap.DecodedTrap;
import io.holdfast.mibs.trap.Notification;
import io.holdfast.mibs.trap.TrapCatalogue;
import io.holdfast.mibs.trap.TrapdText;
import io.holdfast.mibs.trap.capture.Capture;
import io.holdfast.mibs.trap.capture.Datagram;
import io.holdfast.mibs.trap.message.Message;
import io.holdfast.mibs.trap.message.Pdu;
import io.holdfast.testkit.Recordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a recorded notification, or of a capture that has none.
 *
 * @param file the recording's name
 * @param form how it was told
 * @param name what it is called
 * @param known whether the catalogue knows it
 * @param says what it says
 */
record Recorded(String file, String form, String name, boolean known, String says) {

    private static final TrapCatalogue CATALOGUE = TrapCatalogue.shipped(List.of());

    static List<Recorded> all() {
        List<Recorded> all = new ArrayList<>();
        Recordings.files("traps").forEach(file -> all.add(text(file)));
        Recordings.files("pcap").forEach(file -> all.addAll(capture(file)));
        return all;
    }

    private static Recorded text(Path file) {
        Optional<Notification> told = TrapdText.parse(Recordings.text(file), CATALOGUE.names());
        return told.map(notification -> of(file, "text", notification))
                .orElseGet(() -> nothing(file, "text", "no notification"));
    }

    private static List<Recorded> capture(Path file) {
        Capture capture;
        try {
            capture = Capture.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Recorded> found = new ArrayList<>();
        int messages = 0;
        for (Datagram datagram : capture.datagrams()) {
            byte[] bytes = datagram.payload().bytes();
            switch (Message.read(bytes, 0, bytes.length)) {
                case Message.Community message -> {
                    messages++;
                    pdu(file, bytes, message.from(), message.to()).ifPresent(found::add);
                }
                case Message.Secured message -> {
                    messages++;
                    message.clear()
                            .flatMap(part -> pdu(file, bytes, part.from(), part.to()))
                            .ifPresent(found::add);
                }
                case Message.Bad bad -> {}
            }
        }
        if (found.isEmpty()) {
            found.add(
                    nothing(
                            file,
                            "capture",
                            "no notification among "
                                    + messages
                                    + " SNMP messages, "
                                    + capture.datagrams().size()
                                    + " datagrams and "
                                    + capture.others()
                                    + " other packets"
                                    + (capture.torn() ? "; the file is torn" : "")));
        }
        return found;
    }

    private static Optional<Recorded> pdu(Path file, byte[] bytes, int from, int to) {
        return switch (Pdu.read(bytes, from, to)) {
            case Pdu.Told(Notification notification, int request) ->
                    Optional.of(of(file, form(notification.form()), notification));
            case Pdu.Other other -> Optional.empty();
            case Pdu.Bad bad -> Optional.empty();
        };
    }

    private static String form(Notification.Form form) {
        return switch (form) {
            case V1_TRAP -> "v1 trap";
            case TRAP -> "trap";
            case INFORM -> "inform";
        };
    }

    private static Recorded of(Path file, String form, Notification notification) {
        DecodedTrap trap = CATALOGUE.decode(notification);
        return new Recorded(
                file.getFileName().toString(),
                form,
                trap.name(),
                trap.meaning().isPresent(),
                trap.meaning().isPresent()
                        ? trap.summary()
                        : "kept as unknown, " + trap.bindings().size() + " bindings");
    }

    private static Recorded nothing(Path file, String form, String why) {
        return new Recorded(file.getFileName().toString(), form, "-", false, why);
    }

    static String table(List<Recorded> all) {
        long known = all.stream().filter(Recorded::known).count();
        long unknown = all.stream().filter(r -> !r.known() && !r.name().equals("-")).count();
        StringBuilder text =
                new StringBuilder(
                        """
                        # The recorded traps

                        Made by `./holdfast bench trap-table`; do not edit. Each recorded text and capture is read by `holdfast trap decode`'s own
                        code and the shipped catalogue, without any imported MIB. What the catalogue does not know is kept with what it carries,
                        and gets its names once its MIB is imported.

                        """);
        text.append(
                known + " notifications the catalogue knows, " + unknown + " kept as unknown.\n\n");
        text.append("| recording | form | notification | what it says |\n|---|---|---|---|\n");
        for (Recorded one : all) {
            text.append(
                    "| %s | %s | %s | %s |\n"
                            .formatted(
                                    one.file(),
                                    one.form(),
                                    one.name(),
                                    one.says().replace("|", "\\|")));
        }
        return text.toString();
    }
}
