package io.holdfast.mibs.walks;

import io.holdfast.config.yaml.Node;
import io.holdfast.config.yaml.Problems;
import io.holdfast.config.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An independent reading of a walk: the sensors that have a state.
 *
 * @param sensors in the order of the file
 */
record Reference(List<Sensor> sensors) {

    /**
     * A sensor of it.
     *
     * @param oid the instance, without a leading dot
     * @param state ok, warning, critical or unknown; empty where it does not say
     */
    record Sensor(String oid, String description, String state, String label) {

        boolean fault() {
            return state.equals("warning") || state.equals("critical");
        }
    }

    /** JSON is YAML, and we have a strict reader of that. */
    static Reference parse(String file, String json) {
        Problems problems = new Problems();
        Node root = YamlText.read(file, json, problems).orElseThrow();
        List<Sensor> sensors = new ArrayList<>();
        if (root instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                Map<String, String> fields = fields(item);
                if (fields.getOrDefault("class", "").equals("state")) {
                    sensors.add(
                            new Sensor(
                                    fields.getOrDefault("oid", "").replaceFirst("^\\.", ""),
                                    fields.getOrDefault("descr", ""),
                                    fields.getOrDefault("state", ""),
                                    fields.getOrDefault("label", "")));
                }
            }
        }
        return new Reference(sensors);
    }

    private static Map<String, String> fields(Node item) {
        Map<String, String> fields = new HashMap<>();
        if (item instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.value() instanceof Node.Scalar scalar
                        && scalar.form() != Node.Form.NOTHING) {
                    fields.put(entry.key(), scalar.text());
                }
            }
        }
        return fields;
    }
}
