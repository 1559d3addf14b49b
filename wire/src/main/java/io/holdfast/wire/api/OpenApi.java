package io.holdfast.wire.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of the API (OpenAPI 3.1), held against the records by a test. */
public final class OpenApi {

    private static final String FILE = "openapi.yaml";

    private OpenApi() {}

    /** The description as YAML. */
    public static String text() {
        try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE + " of this build", e);
        }
    }
}
