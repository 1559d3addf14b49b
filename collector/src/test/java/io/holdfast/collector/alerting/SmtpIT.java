package io.holdfast.collector.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.holdfast.config.collector.MailSettings;
import io.holdfast.config.collector.MailSettings.Login;
import io.holdfast.config.collector.MailSettings.Security;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.secret.SecretSource;
import io.holdfast.config.yaml.Position;
import io.holdfast.testkit.ManualTime;
import io.holdfast.wire.api.MailTestResult;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SMTP against GreenMail, a mail server in this process: STARTTLS, TLS, login, refusals. */
@Timeout(60)
class SmtpIT {

    /** Its certificate is thrown away after the test. */
    private static final List<String> TRUSTED = List.of("localhost");

    private static final Mail MAIL =
            new Mail(
                    1,
                    "<event-7-0.abc@example.net>",
                    "<event-3-0.abc@example.net>",
                    "[holdfast] Lüfter of ber1/r12/db07",
                    "temperature 41 °C\n.\nend\n",
                    Instant.parse("2026-03-01T12:00:00Z"),
                    0);

    private final GreenMail server = new GreenMail(setups());

    /** Port 0: whatever is free. */
    private static ServerSetup[] setups() {
        return new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        };
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Smtp smtp(Security security, String password, List<String> trusted) {
        int port =
                security == Security.TLS ? server.getSmtps().getPort() : server.getSmtp().getPort();
        return smtp(settings(security, port, Duration.ofSeconds(10)), password, trusted);
    }

    private static Smtp smtp(MailSettings settings, String password, List<String> trusted) {
        return new Smtp(settings, new SecretReader(Map.of("MAIL_PASSWORD", password)), trusted);
    }

    private static MailSettings settings(Security security, int port, Duration timeout) {
        SecretSource password =
                new SecretSource.FromEnvironment(new Position("test", 1, 1), "MAIL_PASSWORD");
        return new MailSettings(
                "holdfast@example.net",
                List.of("ops@example.net", "night@example.net"),
                "localhost",
                port,
                security,
                Optional.of(new Login("holdfast", password)),
                Optional.of("collector.example.net"),
                timeout,
                timeout,
                timeout);
    }

    private void start() {
        server.start();
        server.setUser("holdfast@example.net", "holdfast", "secret");
    }

    private static PostOffice.Receipt hand(Smtp smtp) throws IOException {
        try (PostOffice.Counter counter = smtp.open()) {
            return counter.hand(MAIL);
        }
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        start();
        assertThat(hand(smtp(Security.TLS, "secret", TRUSTED)))
                .isInstanceOf(PostOffice.Receipt.Taken.class);
        assertThat(server.waitForIncomingEmail(2)).isTrue();
        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getMessageID()).isEqualTo("<event-7-0.abc@example.net>");
        assertThat(got.getHeader("References")).containsExactly("<event-3-0.abc@example.net>");
        assertThat(got.getHeader("In-Reply-To")).containsExactly("<event-3-0.abc@example.net>");
        assertThat(got.getHeader("Date")).containsExactly("Sun, 1 Mar 2026 12:00:00 +0000");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getSubject()).isEqualTo(MAIL.subject());
        assertThat(got.getContentType()).startsWithIgnoringCase("text/plain; charset=utf-8");
        assertThat(String.valueOf(got.getContent()).replace("\r\n", "\n"))
                .isEqualTo(MAIL.body().stripTrailing());
        assertThat(got.getRecipients(Message.RecipientType.TO)).hasSize(2);
    }

    @Test
    void withoutStartTlsNothingIsSaidAndNoPasswordSent() {
        start();
        assertThatThrownBy(() -> smtp(Security.STARTTLS, "secret", TRUSTED).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("STARTTLS");
    }

    @Test
    void aWrongPasswordIsSaid() {
        start();
        assertThatThrownBy(() -> smtp(Security.TLS, "wrong", TRUSTED).open())
                .hasMessageContaining("did not accept user and password");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        start();
        assertThatThrownBy(() -> smtp(Security.TLS, "secret", List.of()).open())
                .hasMessageContaining("cannot reach the mail server localhost:")
                .hasMessageContaining("PKIX");
    }

    @Test
    void nobodyThereIsSaid() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        MailSettings settings = settings(Security.NONE, free, Duration.ofSeconds(5));
        Smtp smtp = smtp(settings, "secret", TRUSTED);
        assertThatThrownBy(smtp::open).hasMessageContaining("localhost:" + free);
        MailTestResult result =
                new MailTrial(
                                settings,
                                smtp,
                                new MessageIds("abc", "example.net"),
                                ManualTime.start())
                        .get();
        assertThat(result.accepted()).isFalse();
        assertThat(result.remedy()).contains("collector.mail");
    }

    @Test
    void aServerThatSaysNothingIsGivenUpAfterTheTimeOut() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MailSettings settings =
                    settings(Security.NONE, mute.getLocalPort(), Duration.ofMillis(300));
            Smtp smtp = smtp(settings, "secret", TRUSTED);
            assertThatThrownBy(smtp::open).hasMessageContaining("cannot reach");
        }
    }

    @Test
    void aTestMailTellsWhatTheServerSaid() {
        start();
        MailSettings settings =
                settings(Security.TLS, server.getSmtps().getPort(), Duration.ofSeconds(10));
        MailTestResult result =
                new MailTrial(
                                settings,
                                smtp(settings, "secret", TRUSTED),
                                new MessageIds("abc", "example.net"),
                                ManualTime.start())
                        .get();
        assertThat(result.accepted()).isTrue();
        assertThat(result.detail()).startsWith("250");
        assertThat(result.messageId()).isEqualTo("<test-1772366400000.abc@example.net>");
        assertThat(server.waitForIncomingEmail(1)).isTrue();
    }
}
