package io.holdfast.wire.tls;

/**
 * The name that every collector's server certificate bears, whatever machine it runs on.
 *
 * <p>Agents reach a collector by any name or address that an operator gives them, so that name says
 * nothing. What they check is that the private authority has issued this very name, which it gives
 * to collectors only; and that the certificate is meant for servers (extended key usage, RFC 5280,
 * section 4.2.1.12), which those of agents and people are not.
 */
public final class ServerName {

    /** A subject alternative name of type dNSName; {@code .internal} is reserved by ICANN. */
    public static final String COLLECTOR = "collector.holdfast.internal";

    private ServerName() {}
}
