package io.holdfast.collector.api.server;

import io.holdfast.collector.api.call.Desk;
import io.holdfast.collector.api.caller.LocalCallers;
import io.holdfast.collector.operations.Events;
import io.holdfast.collector.operations.Identities;
import io.holdfast.config.collector.ListenSettings;
import io.holdfast.config.file.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API at its two doors: TLS over the network, and a Unix socket for this machine. */
public final class ApiServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ApiServer.class);

    private static final int LONGEST_HEADERS = 16 << 10;
    private static final long LEAST_BYTES_PER_SECOND = 100;

    /** A follower of events may hear next to nothing for hours. */
    private static final long ANY_RATE = 0;

    private static final int FEWEST_THREADS = 4;

    private final Server server;
    private final ServerConnector network;
    private final Followers followers;
    private final Path socket;

    private ApiServer(Server server, ServerConnector network, Followers followers, Path socket) {
        this.server = server;
        this.network = network;
        this.followers = followers;
        this.socket = socket;
    }

    /**
     * Opens both doors.
     *
     * @param tls asks for a client certificate without insisting: who sends none is told so
     * @throws IOException if one of them cannot be opened; then neither is
     */
    public static ApiServer open(
            ListenSettings listen,
            SSLContext tls,
            Identities identities,
            Desk desk,
            Events events,
            ApiLimits limits)
            throws IOException {
        UnixSocket.clear(listen.socket());
        Server server = new Server(threads(limits));
        ServerConnector network = network(server, listen, tls, limits);
        UnixDomainServerConnector local = local(server, listen, limits);
        server.addConnector(network);
        server.addConnector(local);
        server.addBean(new NetworkConnectionLimit(limits.networkConnections(), network));
        server.addBean(new NetworkConnectionLimit(limits.localConnections(), local));
        server.setErrorHandler(new JsonErrors());
        server.setStopTimeout(limits.stopping().toMillis());
        Followers followers = new Followers(events, limits);
        Path home = Optional.ofNullable(listen.socket().getParent()).orElseThrow();
        Files.createDirectories(home);
        try {
            local.start();
            LocalCallers callers = UnixSocket.open(listen.socket());
            Recogniser recogniser = new Recogniser(identities, callers);
            ApiHandler api = new ApiHandler(desk, recogniser, followers, limits.bodyBytes());
            server.setHandler(new MinimumDataRateHandler(api, LEAST_BYTES_PER_SECOND, ANY_RATE));
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IOException(
                    "cannot open the API at " + listen.api() + ": " + FileTrouble.of(e), e);
        }
        return new ApiServer(server, network, followers, listen.socket());
    }

    /** The port that the network's door has; useful where 0 was asked for. */
    public int port() {
        return network.getLocalPort();
    }

    /** How many clients follow events now. */
    public int followers() {
        return followers.count();
    }

    /** How many followers were sent away because they were too slow. */
    public long followersSentAway() {
        return followers.sentAway();
    }

    private static QueuedThreadPool threads(ApiLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads(), FEWEST_THREADS);
        threads.setName("api");
        return threads;
    }

    private static ServerConnector network(
            Server server, ListenSettings listen, SSLContext tls, ApiLimits limits) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(tls);
        factory.setWantClientAuth(true);
        factory.setIncludeProtocols("TLSv1.3");
        HttpConfiguration http = http();
        // Our certificate names this machine as agents know it; the CLI may come by another name
        // and pins the authority instead.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(
                        server,
                        1,
                        1,
                        new SslConnectionFactory(factory, HttpVersion.HTTP_1_1.asString()),
                        new HttpConnectionFactory(http));
        connector.setHost(listen.api().host());
        connector.setPort(listen.api().port());
        connector.setIdleTimeout(limits.idle().toMillis());
        return connector;
    }

    private static UnixDomainServerConnector local(
            Server server, ListenSettings listen, ApiLimits limits) {
        UnixDomainServerConnector connector =
                new UnixDomainServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setUnixDomainPath(listen.socket());
        connector.setIdleTimeout(limits.idle().toMillis());
        return connector;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        return http;
    }

    @Override
    public void close() {
        followers.close();
        stop(server);
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            log.warn("cannot remove {}", socket, e);
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (TimeoutException e) {
            log.info("API connections that did not end by themselves were cut");
        } catch (Exception e) {
            log.warn("the API did not stop cleanly", e);
        }
    }
}
