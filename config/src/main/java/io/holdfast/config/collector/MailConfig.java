package io.holdfast.config.collector;

import io.holdfast.config.collector.MailSettings.Login;
import io.holdfast.config.collector.MailSettings.Security;
import io.holdfast.config.secret.SecretKeys;
import io.holdfast.config.value.Counts;
import io.holdfast.config.value.Durations;
import io.holdfast.config.value.Values;
import io.holdfast.config.value.Words;
import io.holdfast.config.yaml.Section;
import java.time.Duration;
import java.util.Optional;

/** The reader of the part {@code mail} of a collector's file. */
final class MailConfig {

    private static final Counts PORT = Counts.between(1, 65_535);
    private static final Durations TIMEOUT = Durations.within("1s", "10m");
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration EXCHANGE = Duration.ofSeconds(30);

    private final Section mail;

    MailConfig(Section mail) {
        this.mail = mail;
    }

    Optional<MailSettings> read() {
        var from = mail.required("from", Values.MAIL_ADDRESS);
        var to = mail.list("to", Values.MAIL_ADDRESS, 1, MailSettings.MOST_RECIPIENTS);
        var host = mail.required("host", Values.NETWORK_NAME);
        var security = mail.value("security", Words.of(Security.class), Security.STARTTLS);
        var port = mail.value("port", PORT, security.port());
        var login = login(security);
        var hello = mail.value("hello-name", Values.NETWORK_NAME);
        var connect = mail.value("connect-timeout", TIMEOUT, CONNECT);
        var read = mail.value("read-timeout", TIMEOUT, EXCHANGE);
        var write = mail.value("write-timeout", TIMEOUT, EXCHANGE);
        if (from.isEmpty() || host.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MailSettings(
                        from.get(),
                        to,
                        host.get(),
                        port,
                        security,
                        login,
                        hello,
                        connect,
                        read,
                        write));
    }

    private Optional<Login> login(Security security) {
        var user = mail.value("user", Values.LINE);
        var password = SecretKeys.read(mail, "password");
        boolean given = SecretKeys.given(mail, "password");
        if (mail.has("user") && !given) {
            mail.problem("user", "expected password-file or password-env beside it, found neither");
        }
        if (!mail.has("user") && given) {
            mail.problem("user", "expected a user beside the password, found none");
        }
        if (user.isPresent() && security == Security.NONE) {
            mail.problem(
                    "security", "expected starttls or tls where a password is sent, found 'none'");
        }
        return user.flatMap(name -> password.map(secret -> new Login(name, secret)));
    }
}
