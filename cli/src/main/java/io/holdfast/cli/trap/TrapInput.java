package io.holdfast.cli.trap;

import io.holdfast.config.value.Words;
import io.holdfast.mibs.object.Oid;
import io.holdfast.mibs.trap.DecodedTrap;
import io.holdfast.mibs.trap.Notification;
import io.holdfast.mibs.trap.TrapCatalogue;
import io.holdfast.mibs.trap.TrapdText;
import io.holdfast.mibs.trap.capture.Capture;
import io.holdfast.mibs.trap.capture.Datagram;
import io.holdfast.mibs.trap.message.Message;
import io.holdfast.mibs.trap.message.Pdu;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the notifications of files and messages. For one of them, by one thread. */
public final class TrapInput {

    private static final int MOST_PROBLEMS = 10;

    private final TrapCatalogue catalogue;
    private final List<DecodedFile.TrapRecord> traps = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int others;
    private int encrypted;
    private int foreign;

    public TrapInput(TrapCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What one message is. */
    public DecodedFile message(byte[] bytes) {
        look("", bytes);
        return found(false);
    }

    /** What a file has: a capture, a text of snmptrapd, or a message as it was on the wire. */
    public DecodedFile file(byte[] bytes) {
        if (Capture.isOne(bytes)) {
            Capture capture = Capture.read(bytes);
            for (Datagram datagram : capture.datagrams()) {
                look(datagram.source(), datagram.payload().bytes());
            }
            foreign += capture.others();
            return found(capture.torn());
        }
        if (bytes.length > 0 && bytes[0] == 0x30) {
            look("", bytes);
            return found(false);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        Optional<Notification> told = TrapdText.parse(text, catalogue.names());
        told.ifPresentOrElse(
                notification -> traps.add(record("", "text", catalogue.decode(notification))),
                () -> problem("no capture, no SNMP message and no text that names snmpTrapOID.0"));
        return found(false);
    }

    private DecodedFile found(boolean torn) {
        return new DecodedFile(traps, others, encrypted, foreign, torn, problems);
    }

    private void look(String source, byte[] bytes) {
        switch (Message.read(bytes, 0, bytes.length)) {
            case Message.Community message ->
                    pdu(
                            source,
                            message.version() == 0 ? "v1" : "v2c",
                            bytes,
                            new Message.Part(message.from(), message.to()));
            case Message.Secured message ->
                    message.clear()
                            .ifPresentOrElse(
                                    part -> pdu(source, "v3", bytes, part),
                                    () -> {
                                        encrypted++;
                                        problem("encrypted for user '" + message.user() + "'");
                                    });
            case Message.Bad(String reason) -> {
                foreign++;
                problem("no SNMP: " + reason);
            }
        }
    }

    private void pdu(String source, String version, byte[] bytes, Message.Part part) {
        switch (Pdu.read(bytes, part.from(), part.to())) {
            case Pdu.Told(Notification told, int request) -> {
                String how = told.form() == Notification.Form.INFORM ? " inform" : " trap";
                traps.add(record(source, version + how, catalogue.decode(told)));
            }
            case Pdu.Other other -> others++;
            case Pdu.Bad(String reason) -> problem("no PDU: " + reason);
        }
    }

    private void problem(String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(text);
        }
    }

    private static DecodedFile.TrapRecord record(String source, String form, DecodedTrap trap) {
        Optional<DecodedTrap.Meaning> meaning = trap.meaning();
        return new DecodedFile.TrapRecord(
                source,
                form,
                trap.name(),
                trap.notification().trap().number().map(Oid::toString).orElse(""),
                meaning.isPresent(),
                meaning.map(m -> Words.word(m.reading().sign())).orElse(""),
                meaning.map(m -> Words.word(m.reading().severity())).orElse(""),
                meaning.map(m -> m.kind().word()).orElse(""),
                meaning.flatMap(DecodedTrap.Meaning::part).orElse(""),
                trap.summary(),
                meaning.map(m -> m.clears().stream().sorted().toList()).orElse(List.of()),
                trap.notification().upTime().orElse(-1),
                trap.bindings().stream()
                        .map(b -> new DecodedFile.Carried(b.object(), b.value(), b.word()))
                        .toList());
    }
}
