package io.holdfast.collector.api.caller;

import io.holdfast.collector.operations.Role;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.UnixDomainPrincipal;

/**
 * Tells callers on a Unix socket by what the kernel says of them (unix(7), {@code SO_PEERCRED}).
 *
 * @param root the user with number 0
 * @param self the user that the collector runs as
 */
public record LocalCallers(UserPrincipal root, UserPrincipal self) {

    /** The caller behind a socket: root and the collector's own user may do everything. */
    public Recognition recognise(UnixDomainPrincipal peer) {
        UserPrincipal user = peer.user();
        if (user.equals(root) || user.equals(self)) {
            return new Recognition.Known(
                    new Caller(user.getName() + " (local)", Role.APPROVER, true));
        }
        String expected = root.equals(self) ? "root" : "root or " + self.getName();
        return new Recognition.Refused(
                "expected " + expected + " on this socket, found the user " + user.getName());
    }
}
