package io.holdfast.collector.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.holdfast.collector.store.Store;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.api.ActList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActLogTest {

    @TempDir private Path directory;

    private final ManualTime time = ManualTime.start();

    private Store open() {
        return Store.open(directory.resolve("store.db"), time, length -> {}, Thread::new);
    }

    @Test
    void anActIsThereBeforeItIsDoneAndItsOutcomeAfter() {
        try (Store store = open()) {
            ActLog log = new ActLog(store, time);
            log.end(log.begin("ada", "POST /v1/backup"), "done");
            log.begin("eve", "POST /v1/tokens");
        }
        try (Store store = open()) {
            assertThat(new ActLog(store, time).find(Long.MAX_VALUE, 10).acts())
                    .extracting(ActList.Act::by, ActList.Act::what, ActList.Act::outcome)
                    .containsExactly(
                            tuple("eve", "POST /v1/tokens", "unknown"),
                            tuple("ada", "POST /v1/backup", "done"));
        }
    }

    @Test
    void pagesLeadThroughAll() {
        try (Store store = open()) {
            ActLog log = new ActLog(store, time);
            for (int i = 0; i < 5; i++) {
                log.begin("ada", "POST /v1/x" + i);
            }
            ActList first = log.find(Long.MAX_VALUE, 3);
            ActList second = log.find(first.older().orElseThrow(), 3);
            assertThat(first.acts()).extracting(ActList.Act::what).startsWith("POST /v1/x4");
            assertThat(second.acts())
                    .extracting(ActList.Act::what)
                    .containsExactly("POST /v1/x1", "POST /v1/x0");
            assertThat(second.older()).isEmpty();
        }
    }
}
