package io.holdfast.wire.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.testkit.Mutations;
import io.holdfast.wire.api.AcceptRequest;
import io.holdfast.wire.api.EventPage;
import io.holdfast.wire.api.EventReport;
import io.holdfast.wire.api.EvidenceReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Damaged JSON is either understood or refused with a reason, and nothing else happens. */
class JsonFuzzTest {

    private static final long SEED = 20_260_301;

    private static final JsonRecord<EventPage> PAGE = JsonRecord.of(EventPage.class);
    private static final JsonRecord<AcceptRequest> ACCEPT = JsonRecord.of(AcceptRequest.class);

    private static final EventPage GOOD =
            new EventPage(
                    List.of(
                            new EventReport(
                                    17,
                                    Instant.parse("2026-03-01T12:00:00.5Z"),
                                    Instant.parse("2026-03-01T12:00:01Z"),
                                    EventReport.Type.REDUNDANCY_CHANGED,
                                    "ber1/r12/db07",
                                    "ber1/r12/db07/group:power",
                                    "full",
                                    "none",
                                    OptionalInt.of(1),
                                    OptionalInt.of(0),
                                    "psu:2 failed",
                                    List.of(new EvidenceReport("/sys", "k", "v", "l")),
                                    Optional.of("ada"))),
                    Optional.of("2026-03-01T12:00:00.5Z,17"),
                    17);

    @Test
    void everyDamagedTextIsReadOrRefused() {
        AtomicInteger refused = new AtomicInteger();
        Mutations.feed(
                List.of(PAGE.text(GOOD), PAGE.pretty(GOOD)),
                SEED,
                text -> read(PAGE, text, refused));
        Mutations.feed(
                List.of("{\"hosts\":[\"ber1/r12/db07\"],\"components\":[],\"all\":false}"),
                SEED,
                text -> read(ACCEPT, text, refused));
        assertThat(refused.get()).isPositive();
    }

    private static void read(JsonRecord<?> form, String text, AtomicInteger refused) {
        try {
            assertThat(form.read(text)).isNotNull();
        } catch (JsonMismatch e) {
            assertThat(e).hasMessageStartingWith("expected ");
            refused.incrementAndGet();
        }
    }
}
