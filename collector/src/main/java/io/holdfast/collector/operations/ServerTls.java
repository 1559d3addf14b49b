package io.holdfast.collector.operations;

import javax.net.ssl.SSLContext;

/** The collector's side of TLS for servers, with a certificate that renews by itself. */
public interface ServerTls {

    /**
     * A context for TLS 1.3 that shows the current server certificate on every handshake and trusts
     * client certificates of our own authority, revoked or not: ask {@link Identities} who calls.
     */
    SSLContext context();

    /** SHA-256 of the authority's certificate, in lower-case hex: what a client pins. */
    String fingerprint();
}
