package io.holdfast.agent.devices.redfish;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.holdfast.agent.devices.redfish.http.Deadline;
import io.holdfast.agent.devices.redfish.http.Endpoint;
import io.holdfast.agent.devices.redfish.http.Fingerprint;
import io.holdfast.agent.devices.redfish.http.HttpClient;
import io.holdfast.agent.devices.redfish.http.HttpRequest;
import io.holdfast.agent.devices.redfish.http.HttpResponse;
import io.holdfast.agent.devices.redfish.http.SocketConnector;
import io.holdfast.agent.devices.redfish.http.Trust;
import io.holdfast.testkit.TestAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A real peer: {@code bmc.py} in a process of its own, over real TLS on loopback. */
final class BmcProcess implements AutoCloseable {

    static final Login LOGIN = new Login("monitor", "correct-horse");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final int port;
    private final X509Certificate certificate;
    private final X509Certificate authority;

    private BmcProcess(
            Process process, int port, X509Certificate certificate, X509Certificate authority) {
        this.process = process;
        this.port = port;
        this.certificate = certificate;
        this.authority = authority;
    }

    /** Starts one that serves a folder, or a file with one document for each path. */
    static BmcProcess start(Path scratch, Path tree, String... options) throws Exception {
        Optional<Path> python = python();
        boolean inCi = "true".equals(System.getenv("CI"));
        assumeTrue(inCi || python.isPresent(), "no python3 on this machine");
        TestAuthority authority = new TestAuthority("test authority");
        KeyPair key = TestAuthority.newKey();
        X509Certificate certificate = authority.server(key.getPublic(), "localhost");
        Path certificateFile = scratch.resolve("cert.pem");
        Path keyFile = scratch.resolve("key.pem");
        Files.writeString(certificateFile, pem("CERTIFICATE", encoded(certificate)));
        Files.writeString(keyFile, pem("PRIVATE KEY", key.getPrivate().getEncoded()));
        Path script = scratch.resolve("bmc.py");
        try (var in = BmcProcess.class.getResourceAsStream("bmc.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        List<String> command = new ArrayList<>();
        command.add(python.orElseThrow().toString());
        command.add(script.toString());
        command.add(tree.toString());
        command.add(certificateFile.toString());
        command.add(keyFile.toString());
        command.addAll(List.of(options));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(scratch.resolve("bmc.err").toFile())
                        .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = String.valueOf(out.readLine());
        if (!line.startsWith("PORT ")) {
            process.destroy();
            throw new IllegalStateException(
                    "bmc.py said " + line + ": " + Files.readString(scratch.resolve("bmc.err")));
        }
        int port = Integer.parseInt(line.substring("PORT ".length()));
        return new BmcProcess(process, port, certificate, authority.certificate());
    }

    private static Optional<Path> python() {
        return List.of("/usr/bin/python3", "/usr/local/bin/python3").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static byte[] encoded(X509Certificate certificate) throws CertificateEncodingException {
        return certificate.getEncoded();
    }

    private static String pem(String what, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    Endpoint endpoint() {
        return new Endpoint(true, "localhost", port);
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(certificate);
    }

    X509Certificate authority() {
        return authority;
    }

    /** Changes the hardware. */
    void patch(String path, String json) throws Exception {
        exchange(new HttpRequest("PATCH", path, HttpRequest.JSON, List.of(), Optional.of(json)));
    }

    /** Makes it answer badly at a path. */
    void misbehave(String path, String manner) throws Exception {
        exchange(
                HttpRequest.post(
                        "/manners", "{\"path\":\"" + path + "\",\"manner\":\"" + manner + "\"}"));
    }

    /** How many requests it has had, and how many sessions it holds, as JSON. */
    String counts() throws Exception {
        return exchange(HttpRequest.get("/counts")).text();
    }

    private HttpResponse exchange(HttpRequest request) throws Exception {
        SocketConnector connector = new SocketConnector(new Trust.Pinned(fingerprint()));
        try (HttpClient client = new HttpClient(endpoint(), connector, 1 << 20)) {
            HttpResponse response =
                    client.exchange(request, Deadline.in(PATIENCE, System::nanoTime));
            if (!response.succeeded()) {
                throw new IllegalStateException(request.target() + ": " + response.status());
            }
            return response;
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
