package io.holdfast.mibs.names;

import io.holdfast.config.yaml.Loaded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names that we come with: those that every MIB builds on, which are the top of the tree (RFC
 * 2578) and the textual conventions of RFC 2579, and our own HOLDFAST-MIB.
 */
public final class ShippedNames {

    private static final List<String> MODULES = List.of("SNMPv2-SMI", "SNMPv2-TC", "HOLDFAST-MIB");

    private ShippedNames() {}

    /** The modules, read anew. */
    public static List<MibModule> modules() {
        return MODULES.stream().map(ShippedNames::module).toList();
    }

    private static MibModule module(String name) {
        String file = name + NamesFolder.SUFFIX;
        try (InputStream in = ShippedNames.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return switch (NamesReader.parse(file, text)) {
                case Loaded.Good<MibModule>(MibModule module) -> module;
                case Loaded.Bad<MibModule> bad -> throw new IllegalStateException(bad.text());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
