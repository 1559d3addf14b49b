package io.holdfast.collector.api.server;

import io.holdfast.collector.api.caller.Caller;
import io.holdfast.collector.api.caller.LocalCallers;
import io.holdfast.collector.api.caller.Recognition;
import io.holdfast.collector.operations.Identities;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import jdk.net.ExtendedSocketOptions;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Tells who is at the other end of a connection. */
record Recogniser(Identities identities, LocalCallers locals) {

    Recognition recognise(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (request.isSecure()) {
            return byCertificate(
                    (EndPoint.SslSessionData)
                            request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE));
        }
        return endPoint.getTransport() instanceof SocketChannel channel
                ? byPeer(channel)
                : new Recognition.Nobody();
    }

    private Recognition byCertificate(EndPoint.@Nullable SslSessionData session) {
        X509Certificate[] chain = session == null ? null : session.peerCertificates();
        if (chain == null || chain.length == 0) {
            return new Recognition.Nobody();
        }
        return switch (identities.callerOf(chain[0])) {
            case Identities.Caller.Person(var name, var role) ->
                    new Recognition.Known(new Caller(name, role, false));
            case Identities.Caller.Refused(var reason) -> new Recognition.Refused(reason);
        };
    }

    private Recognition byPeer(SocketChannel channel) {
        try {
            return locals.recognise(channel.getOption(ExtendedSocketOptions.SO_PEERCRED));
        } catch (IOException | UnsupportedOperationException e) {
            return new Recognition.Refused(
                    "expected the kernel to name the user on this socket: " + e.getMessage());
        }
    }
}
