package io.holdfast.collector.api.call;

import io.holdfast.collector.operations.Role;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that may be asked of the API.
 *
 * @param method of HTTP
 * @param pattern the path, with variables such as {@code {host}} for one segment each
 * @param role who may ask
 * @param endpoint what answers
 */
public record Route(String method, String pattern, Role role, Endpoint endpoint) {

    /** Answers calls of one route. */
    @FunctionalInterface
    public interface Endpoint {

        /**
         * Answers.
         *
         * @throws Refusal if it will not
         * @throws IOException if the body cannot be read
         */
        Answer answer(Call call) throws IOException;
    }

    /** A route for whoever may look. */
    public static Route get(String pattern, Endpoint endpoint) {
        return new Route("GET", pattern, Role.VIEWER, endpoint);
    }

    /** A route that changes something. */
    public static Route post(String pattern, Role role, Endpoint endpoint) {
        return new Route("POST", pattern, role, endpoint);
    }

    /** Whether a call changes something and must be recorded. */
    public boolean changes() {
        return !method.equals("GET");
    }

    /** The values of the variables where a path fits the pattern. */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> wanted = segments(pattern);
        if (wanted.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String want = wanted.get(i);
            if (want.startsWith("{")) {
                variables.put(want.substring(1, want.length() - 1), path.get(i));
            } else if (!want.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** The pieces of a path between its slashes. */
    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
