package io.holdfast.bench.ingest;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes what the collector must know in the end: the health of every component of every host. */
final class Truth {

    private Truth() {}

    static void write(Path file, List<SimulatedAgent> agents) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            for (SimulatedAgent agent : agents) {
                SimulatedHost host = agent.host();
                for (int i = 0; i < host.size(); i++) {
                    String health = host.health(i).name().toLowerCase(Locale.ROOT);
                    json.writeStringField(host.component(i).toString(), health);
                }
            }
            json.writeEndObject();
        }
    }
}
