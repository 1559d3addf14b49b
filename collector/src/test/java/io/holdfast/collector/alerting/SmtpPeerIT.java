package io.holdfast.collector.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.holdfast.config.collector.MailSettings;
import io.holdfast.config.collector.MailSettings.Login;
import io.holdfast.config.collector.MailSettings.Security;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * SMTP with STARTTLS and a login against aiosmtpd, a server of other people's making.
 *
 * <p>Needs Debian's {@code python3-aiosmtpd}, and {@code openssl} for the server's certificate.
 */
@Timeout(60)
class SmtpPeerIT {

    /** Debian's own; another python3 on the path would lack Debian's modules. */
    private static final String PYTHON = "/usr/bin/python3";

    /** Says on standard output where it listens, then what it was given. */
    private static final String SERVER =
            """
            import asyncio, ssl, sys
            from aiosmtpd.smtp import SMTP, AuthResult
            class Handler:
                async def handle_RCPT(self, server, session, envelope, address, options):
                    if address.startswith('nobody'):
                        return '550 no such user'
                    envelope.rcpt_tos.append(address)
                    return '250 OK'
                async def handle_DATA(self, server, session, envelope):
                    print('TLS', session.ssl is not None, flush=True)
                    print('TO', ' '.join(envelope.rcpt_tos), flush=True)
                    for line in envelope.content.decode('utf-8').splitlines():
                        print('LINE', line, flush=True)
                    print('END', flush=True)
                    return '250 kept as 42'
            def login(server, session, envelope, mechanism, data):
                right = data.login == b'holdfast' and data.password == b'secret'
                return AuthResult(success=right)
            tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            tls.load_cert_chain(sys.argv[1], sys.argv[2])
            async def main():
                loop = asyncio.get_running_loop()
                make = lambda: SMTP(Handler(), tls_context=tls, require_starttls=True,
                                    authenticator=login, auth_required=True)
                server = await loop.create_server(make, '127.0.0.1', 0)
                print('PORT', server.sockets[0].getsockname()[1], flush=True)
                await server.serve_forever()
            asyncio.run(main())
            """;

    @TempDir private Path directory;

    private @Nullable Process server;

    @BeforeEach
    void needsAiosmtpd() throws Exception {
        if (!runs(PYTHON, "-c", "import aiosmtpd") || !runs("openssl", "version")) {
            String missing =
                    "python3-aiosmtpd or openssl is not installed: no foreign mail server to try";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            abort(missing);
        }
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            // The program is not there; that is the answer.
            return false;
        }
    }

    private BufferedReader start() throws Exception {
        Path key = directory.resolve("key.pem");
        Path certificate = directory.resolve("cert.pem");
        assertThat(
                        runs(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "ec",
                                "-pkeyopt",
                                "ec_paramgen_curve:prime256v1",
                                "-nodes",
                                "-days",
                                "1",
                                "-subj",
                                "/CN=localhost",
                                "-addext",
                                "subjectAltName=DNS:localhost",
                                "-keyout",
                                key.toString(),
                                "-out",
                                certificate.toString()))
                .isTrue();
        Path script = Files.writeString(directory.resolve("server.py"), SERVER);
        server =
                new ProcessBuilder(
                                PYTHON,
                                "-W",
                                "ignore",
                                script.toString(),
                                certificate.toString(),
                                key.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        return new BufferedReader(
                new InputStreamReader(
                        Objects.requireNonNull(server).getInputStream(), StandardCharsets.UTF_8));
    }

    private static Smtp smtp(int port, String to) {
        SecretSource password =
                new SecretSource.FromEnvironment(new Position("test", 1, 1), "MAIL_PASSWORD");
        MailSettings settings =
                new MailSettings(
                        "holdfast@example.net",
                        List.of("ops@example.net", to),
                        "localhost",
                        port,
                        Security.STARTTLS,
                        Optional.of(new Login("holdfast", password)),
                        Optional.of("collector.example.net"),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10));
        return new Smtp(
                settings,
                new SecretReader(Map.of("MAIL_PASSWORD", "secret")),
                List.of("localhost"));
    }

    private static Mail mail() {
        return new Mail(
                1,
                "<event-7-0.abc@example.net>",
                "<event-7-0.abc@example.net>",
                "[holdfast] power of ber1/r12/db07",
                "one\n.\n..two\n",
                Instant.parse("2026-03-01T12:00:00Z"),
                0);
    }

    @Test
    void aMailGetsThroughStartTlsAndLoginDotForDot() throws Exception {
        try (BufferedReader said = start()) {
            int port = Integer.parseInt(said.readLine().split(" ", -1)[1]);
            try (PostOffice.Counter counter = smtp(port, "night@example.net").open()) {
                assertThat(counter.hand(mail()))
                        .isEqualTo(new PostOffice.Receipt.Taken("250 kept as 42", List.of()));
            }
            assertThat(said.readLine()).isEqualTo("TLS True");
            assertThat(said.readLine()).isEqualTo("TO ops@example.net night@example.net");
            List<String> lines = said.lines().takeWhile(line -> !line.equals("END")).toList();
            assertThat(lines)
                    .contains("LINE Message-ID: <event-7-0.abc@example.net>")
                    .doesNotContain("LINE References: <event-7-0.abc@example.net>")
                    .endsWith("LINE one", "LINE .", "LINE ..two");
        }
    }

    @Test
    void aRecipientThatIsRefusedIsNamedAndTheOthersGetTheMail() throws Exception {
        try (BufferedReader said = start()) {
            int port = Integer.parseInt(said.readLine().split(" ", -1)[1]);
            try (PostOffice.Counter counter = smtp(port, "nobody@example.net").open()) {
                assertThat(counter.hand(mail()))
                        .isEqualTo(
                                new PostOffice.Receipt.Taken(
                                        "250 kept as 42", List.of("nobody@example.net")));
            }
            assertThat(said.readLine()).isEqualTo("TLS True");
            assertThat(said.readLine()).isEqualTo("TO ops@example.net");
        }
    }
}
