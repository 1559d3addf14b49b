package io.holdfast.collector.api.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.collector.operations.Role;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.UnixDomainPrincipal;
import org.junit.jupiter.api.Test;

class LocalCallersTest {

    private record User(String getName) implements UserPrincipal, GroupPrincipal {}

    private static final LocalCallers LOCALS =
            new LocalCallers(new User("root"), new User("holdfast"));

    private static Recognition of(String user) {
        return LOCALS.recognise(new UnixDomainPrincipal(new User(user), new User("users")));
    }

    @Test
    void rootAndOurselvesMayDoEverything() {
        assertThat(of("root"))
                .isEqualTo(new Recognition.Known(new Caller("root (local)", Role.APPROVER, true)));
        assertThat(of("holdfast")).isInstanceOf(Recognition.Known.class);
    }

    @Test
    void anybodyElseIsToldWhoMay() {
        assertThat(of("eve"))
                .isEqualTo(
                        new Recognition.Refused(
                                "expected root or holdfast on this socket, found the user eve"));
    }
}
