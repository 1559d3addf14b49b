package io.holdfast.agent.devices.redfish;

import io.holdfast.agent.devices.json.Json;
import io.holdfast.agent.devices.json.JsonRead;
import io.holdfast.agent.devices.redfish.crawl.Crawl;
import io.holdfast.agent.devices.redfish.crawl.Harvest;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.agent.devices.redfish.decode.NameBook;
import io.holdfast.agent.devices.redfish.decode.SurveyDecoder;
import io.holdfast.agent.devices.redfish.service.Documents;
import io.holdfast.agent.devices.redfish.service.Fetched;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.agent.devices.redfish.service.Resource;
import io.holdfast.core.component.HostId;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.survey.Survey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A Redfish service in memory: documents by their paths, without a socket. */
public final class Tree implements Documents {

    public static final HostId HOST = new HostId("ber1", "r12", "db07");
    public static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<String, String> documents = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean expands;

    /** The tree of a recording in short form: a folder that stands for {@code /redfish/v1}. */
    public static Tree ofFolder(Path folder) {
        Tree tree = new Tree();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.endsWith("index.json")).toList()) {
                String way =
                        folder.relativize(file.getParent() == null ? file : file.getParent()) + "";
                tree.put(
                        way.isEmpty() ? "/redfish/v1" : "/redfish/v1/" + way,
                        Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    /** The tree of one of our own fixtures: one JSON object with a document for each path. */
    public static Tree ofFixture(String name) {
        try (InputStream in = Objects.requireNonNull(Tree.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Tree tree = new Tree();
            json(text).fields().forEach((path, json) -> tree.put(path, Text.of(json)));
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a document at a path. */
    public Tree put(String path, String json) {
        documents.put(path, json);
        return this;
    }

    /** Replaces a text within a document, which must hold it. */
    public Tree edit(String path, String from, String to) {
        String was = document(path);
        if (!was.contains(from)) {
            throw new IllegalArgumentException(path + " holds no " + from + ": " + was);
        }
        documents.put(path, was.replace(from, to));
        return this;
    }

    /** Takes a document away; links to it stay. */
    public Tree remove(String path) {
        document(path);
        documents.remove(path);
        return this;
    }

    /** Lets the tree answer {@code $expand} as services do that can. */
    public Tree expanding() {
        expands = true;
        return this;
    }

    public String document(String path) {
        return Objects.requireNonNull(documents.get(path), path);
    }

    public Map<String, String> documents() {
        return documents;
    }

    /** The paths that were asked for. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Fetched get(Link link, boolean expand) {
        asked.add(link.path());
        String text = documents.get(link.path());
        if (text == null) {
            Silence gone = Silence.of(Silence.Cause.FAILED, link + " is linked to, and not there");
            return new Fetched.Missed(404, gone, false);
        }
        if (!(JsonRead.of(text) instanceof JsonRead.Good(Json json))) {
            Silence bad = Silence.of(Silence.Cause.NOT_UNDERSTOOD, link + " is no good JSON");
            return new Fetched.Missed(200, bad, false);
        }
        return new Fetched.Got(new Resource(link, expand && expands ? expanded(json) : json));
    }

    private Json expanded(Json json) {
        if (json instanceof Json.Fields(Map<String, Json> fields)) {
            Map<String, Json> all = new LinkedHashMap<>();
            fields.forEach((name, value) -> all.put(name, opened(name, value)));
            return new Json.Fields(all);
        }
        return json;
    }

    private Json opened(String name, Json value) {
        if (name.equals("Links") || !(value instanceof Json.Items(List<Json> items))) {
            return value;
        }
        return new Json.Items(items.stream().map(this::opened).toList());
    }

    private Json opened(Json item) {
        Optional<String> text =
                item.fields().size() == 1
                        ? Link.in(item).map(link -> documents.getOrDefault(link.path(), ""))
                        : Optional.empty();
        return text.filter(t -> !t.isEmpty()).map(Tree::json).orElse(item);
    }

    /** What a probe makes of this tree. */
    public Survey survey(Scope scope) {
        return survey(scope, new NameBook());
    }

    public Survey survey(Scope scope, NameBook names) {
        Fetched root = get(Link.ROOT, false);
        if (!(root instanceof Fetched.Got(Resource resource))) {
            throw new AssertionError("no root: " + root);
        }
        try {
            Harvest harvest = Crawl.of(resource, this, scope);
            return SurveyDecoder.decode("redfish", HOST, AT, harvest, scope, names);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Json json(String text) {
        return switch (JsonRead.of(text)) {
            case JsonRead.Good(Json json) -> json;
            case JsonRead.Bad(String reason) -> throw new AssertionError(reason + ": " + text);
        };
    }

    /** Writes JSON again. */
    private static final class Text {
        static String of(Json json) {
            StringBuilder out = new StringBuilder();
            write(json, out);
            return out.toString();
        }

        private static void write(Json json, StringBuilder out) {
            switch (json) {
                case Json.Text(String text) -> out.append('"').append(text).append('"');
                case Json.Numeral(String digits) -> out.append(digits);
                case Json.Truth(boolean value) -> out.append(value);
                case Json.Absent absent -> out.append("null");
                case Json.Items(List<Json> items) -> {
                    String before = "[";
                    out.append(items.isEmpty() ? "[" : "");
                    for (Json item : items) {
                        out.append(before);
                        write(item, out);
                        before = ",";
                    }
                    out.append(']');
                }
                case Json.Fields(Map<String, Json> fields) -> {
                    String before = "{";
                    out.append(fields.isEmpty() ? "{" : "");
                    for (Map.Entry<String, Json> field : fields.entrySet()) {
                        out.append(before).append('"').append(field.getKey()).append("\":");
                        write(field.getValue(), out);
                        before = ",";
                    }
                    out.append('}');
                }
            }
        }
    }
}
