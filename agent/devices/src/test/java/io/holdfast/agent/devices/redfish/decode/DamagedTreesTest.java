package io.holdfast.agent.devices.redfish.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.redfish.Tree;
import io.holdfast.agent.devices.redfish.crawl.Scope;
import io.holdfast.core.observation.Observation;
import io.holdfast.core.survey.Survey;
import io.holdfast.testkit.Mutations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is done to one document, the look ends and says something that holds together. */
final class DamagedTreesTest {

    private static final long SEED = 20_261_124;

    @Test
    void damagedDocumentsNeverBreakALook() {
        for (String fixture : List.of("old-style.json", "new-style.json")) {
            Tree good = Tree.ofFixture(fixture);
            Map<String, String> whole = new HashMap<>(good.documents());
            List<String> paths =
                    whole.keySet().stream().filter(p -> p.length() > 11).sorted().toList();
            List<String> texts = paths.stream().map(good::document).toList();
            Mutations.feed(
                    texts,
                    SEED,
                    damaged -> {
                        for (String path : nearest(paths, texts, damaged)) {
                            good.documents().putAll(whole);
                            good.put(path, damaged);
                            holdsTogether(good.survey(Scope.EVERYTHING));
                        }
                    });
        }
    }

    /** The place that a damaged text most likely came from, and one where it does not belong. */
    private static List<String> nearest(List<String> paths, List<String> texts, String damaged) {
        int best = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (common(texts.get(i), damaged) > common(texts.get(best), damaged)) {
                best = i;
            }
        }
        return List.of(paths.get(best), paths.get((best + 7) % paths.size()));
    }

    private static int common(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static void holdsTogether(Survey survey) {
        assertThat(survey.components()).extracting("id").doesNotHaveDuplicates();
        assertThat(survey.observations())
                .extracting(Observation::component)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(survey.components());
        assertThat(survey.groups()).extracting("id").doesNotHaveDuplicates();
    }
}
