package io.holdfast.collector.api.endpoint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.api.fake.FakeCollector;
import io.holdfast.wire.api.OpenApi;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds the description's paths against the routes, both ways. */
class ApiRoutesTest {

    @Test
    void everyRouteIsDescribedWithItsRoleAndNothingElseIs() {
        Set<String> described = new TreeSet<>();
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(OpenApi.text());
        Map<?, ?> paths = (Map<?, ?>) requireNonNull(((Map<?, ?>) yaml).get("paths"));
        paths.forEach(
                (path, operations) ->
                        ((Map<?, ?>) operations)
                                .forEach(
                                        (method, operation) ->
                                                described.add(
                                                        method
                                                                + " "
                                                                + path
                                                                + " "
                                                                + ((Map<?, ?>) operation)
                                                                        .get("x-role"))));
        Set<String> served = new TreeSet<>();
        ApiRoutes.of(new FakeCollector().services(Optional.empty()))
                .all()
                .forEach(
                        route ->
                                served.add(
                                        route.method().toLowerCase(Locale.ROOT)
                                                + " "
                                                + route.pattern()
                                                + " "
                                                + route.role().word()));
        assertThat(served).isEqualTo(described).hasSize(25);
    }
}
