package io.holdfast.cli.command;

import io.holdfast.cli.Failure;
import io.holdfast.cli.trap.DecodedFile;
import io.holdfast.cli.trap.TrapInput;
import io.holdfast.cli.trap.TrapText;
import io.holdfast.mibs.trap.TrapCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Decodes the notifications of a capture, a text or a message in hexadecimal; asks nobody. */
@Command(
        name = "decode",
        description = {
            "Say what SNMP notifications mean: those of a capture (pcap, pcapng), of a text as",
            "snmptrapd hands to its handlers, or of one message in hexadecimal. Asks nobody.",
            "Exits 0 where one was found, 3 where none was."
        },
        footer = {
            "%nExamples:",
            "  holdfast trap decode traps.pcap",
            "  holdfast trap decode 302c02010004067075626c6963a41f... --format json"
        })
final class TrapDecodeCommand implements Callable<Integer> {

    private static final long MOST_BYTES = 512L << 20;

    private final Context context;

    @Parameters(
            paramLabel = "FILE|HEX",
            description = "A capture or text file, or a message in hexadecimal.")
    private String wanted = "";

    @Mixin private NamesOption names = new NamesOption();
    @Mixin private FormatOption format = new FormatOption();

    TrapDecodeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TrapInput input = new TrapInput(TrapCatalogue.shipped(names.namesIfAny(context).modules()));
        DecodedFile decoded =
                hex().map(input::message).orElseGet(() -> input.file(bytes(Path.of(wanted))));
        format.print(context.out(), DecodedFile.class, decoded, TrapText::of);
        return decoded.traps().isEmpty() ? ExitCodes.OWN_ERROR : 0;
    }

    /** The bytes of a message in hexadecimal; a file of that name goes before. */
    private Optional<byte[]> hex() {
        String digits = wanted.replaceAll("[\\s:]", "");
        boolean hex = digits.length() > 8 && digits.matches("([0-9A-Fa-f]{2})+");
        return hex && !Files.exists(Path.of(digits))
                ? Optional.of(HexFormat.of().parseHex(digits))
                : Optional.empty();
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Failure(
                        file + ": expected at most 512 MiB, found " + Files.size(file) + " bytes",
                        "cut the capture into smaller ones, as with editcap -c");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Failure(
                    "cannot read " + file + ": " + e.getMessage(),
                    "give a capture, a text, or a message in hexadecimal");
        }
    }
}
