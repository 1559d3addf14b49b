package io.holdfast.cli.http;

import io.holdfast.wire.tls.ServerName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Reaches a collector by HTTPS, showing our certificate.
 *
 * @param host its name or address
 * @param port where it serves its API
 * @param tls what we trust and show
 * @param patience how long connecting may take
 */
public record TlsConnector(String host, int port, SSLContext tls, Duration patience)
        implements Connector {

    @Override
    public Connection connect() throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            // The authority gives this name to collectors alone, whatever machine they run on.
            SSLSocket socket =
                    (SSLSocket)
                            tls.getSocketFactory()
                                    .createSocket(plain, ServerName.COLLECTOR, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout((int) patience.toMillis());
            socket.startHandshake();
            return new Connection(
                    socket.getInputStream(), socket.getOutputStream(), host + ":" + port, socket);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    @Override
    public String peer() {
        return "https://" + host + ":" + port;
    }
}
