package io.holdfast.cli.http;

import java.io.IOException;

/** A way to reach one server. */
public interface Connector {

    /** A new connection. */
    Connection connect() throws IOException;

    /** The server as people know it, for messages: a socket's path or a URL. */
    String peer();
}
