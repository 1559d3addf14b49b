package io.holdfast.agent.devices.redfish.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.agent.devices.redfish.decode.NameBook.Wish;
import io.holdfast.agent.devices.redfish.service.Link;
import io.holdfast.core.component.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NameBookTest {

    private static final Link A = new Link("/redfish/v1/S/a/D/0", "");
    private static final Link B = new Link("/redfish/v1/S/b/D/0", "");

    private final NameBook book = new NameBook();

    @Test
    void whoIsAloneHasAPlainName() {
        book.enter(List.of(new Wish(Kind.DISK, A, "drive 0"), new Wish(Kind.FAN, B, "drive 0")));

        assertThat(book.name(Kind.DISK, A)).isEqualTo("drive 0");
        assertThat(book.name(Kind.FAN, B)).isEqualTo("drive 0");
    }

    @Test
    void namesakesAllGetTheirPlaceToo() {
        book.enter(List.of(new Wish(Kind.DISK, A, "drive 0"), new Wish(Kind.DISK, B, "drive 0")));

        assertThat(book.name(Kind.DISK, A)).isEqualTo("drive 0 [S/a/D/0]");
        assertThat(book.name(Kind.DISK, B)).isEqualTo("drive 0 [S/b/D/0]");
    }

    @Test
    void aNameOnceGivenStays() {
        book.enter(List.of(new Wish(Kind.DISK, A, "drive 0")));
        book.enter(List.of(new Wish(Kind.DISK, A, "other"), new Wish(Kind.DISK, B, "drive 0")));

        assertThat(book.name(Kind.DISK, A)).isEqualTo("drive 0");
        assertThat(book.name(Kind.DISK, B)).isEqualTo("drive 0 [S/b/D/0]");
    }
}
