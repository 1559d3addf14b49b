package io.holdfast.collector.api.call;

import io.holdfast.config.yaml.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All the routes of the API. */
public record Routes(List<Route> all) {

    public Routes {
        all = List.copyOf(all);
    }

    /** A route with the values of its variables. */
    public record Match(Route route, Map<String, String> variables) {}

    /**
     * The route for a request.
     *
     * @param path with its percent signs still in it, so that a slash in a value is not a separator
     * @param method HEAD asks for the same as GET, and whoever carries it leaves the content out
     * @throws Refusal if there is none
     */
    public Match find(String method, String path) {
        List<String> segments = Route.segments(path);
        List<Match> here =
                all.stream()
                        .flatMap(
                                route ->
                                        route.match(segments).stream()
                                                .map(found -> new Match(route, found)))
                        .toList();
        if (here.isEmpty()) {
            throw Refusal.notFound(
                    "expected a path of this API, found '" + Refusal.cut(path) + "'", near(path));
        }
        String asked = method.equals("HEAD") ? "GET" : method;
        return here.stream()
                .filter(match -> match.route().method().equals(asked))
                .findFirst()
                .orElseThrow(() -> wrongMethod(method, here));
    }

    /** What to ask instead. */
    private String near(String path) {
        List<String> known = all.stream().map(Route::pattern).distinct().toList();
        return Suggestion.nearest(path, known).map(word -> "did you mean " + word + "? ").orElse("")
                + "GET /v1/openapi.yaml lists them all";
    }

    private static Refusal wrongMethod(String method, List<Match> here) {
        String allowed =
                here.stream()
                        .map(match -> match.route().method())
                        .collect(Collectors.joining(", "));
        return new Refusal(
                405,
                "method_not_allowed",
                "expected " + allowed + ", found " + Refusal.cut(method),
                "see /v1/openapi.yaml",
                Optional.of(allowed));
    }
}
