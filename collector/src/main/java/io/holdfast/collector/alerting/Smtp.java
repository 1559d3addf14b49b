package io.holdfast.collector.alerting;

import io.holdfast.config.collector.MailSettings;
import io.holdfast.config.collector.MailSettings.Security;
import io.holdfast.config.secret.Secret;
import io.holdfast.config.secret.SecretReader;
import io.holdfast.config.yaml.Loaded;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A mail server, spoken to by SMTP (RFC 5321).
 *
 * <p>The password is fetched for each connection, so that a new one needs no restart.
 *
 * @param settings where it is and how it is spoken to
 * @param secrets fetches the password
 * @param trusted servers whose certificates are taken without a look; empty except where a server
 *     is somebody's own and known to be
 */
record Smtp(MailSettings settings, SecretReader secrets, List<String> trusted)
        implements PostOffice {

    @Override
    public Counter open() throws IOException {
        Session session = Session.getInstance(properties());
        Optional<String> password = password();
        try {
            SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.login().map(MailSettings.Login::user).orElse(null),
                    password.orElse(null));
            return new SmtpCounter(session, transport, settings);
        } catch (AuthenticationFailedException e) {
            throw new IOException(
                    "the mail server "
                            + server()
                            + " did not accept user and password: "
                            + e.getMessage(),
                    e);
        } catch (MessagingException e) {
            throw new IOException("cannot reach the mail server " + server() + ": " + reason(e), e);
        }
    }

    String server() {
        return settings.host() + ":" + settings.port();
    }

    private Optional<String> password() throws IOException {
        if (settings.login().isEmpty()) {
            return Optional.empty();
        }
        return switch (secrets.read(settings.login().get().password())) {
            case Loaded.Good<Secret>(var secret) -> Optional.of(secret.reveal());
            case Loaded.Bad<?> bad ->
                    throw new IOException("no password for the mail server: " + bad.text());
        };
    }

    private Properties properties() {
        Properties properties = new Properties();
        put(properties, "connectiontimeout", settings.connectTimeout().toMillis());
        put(properties, "timeout", settings.readTimeout().toMillis());
        put(properties, "writetimeout", settings.writeTimeout().toMillis());
        put(properties, "auth", settings.login().isPresent());
        put(properties, "ssl.enable", settings.security() == Security.TLS);
        put(properties, "starttls.enable", settings.security() == Security.STARTTLS);
        put(properties, "starttls.required", settings.security() == Security.STARTTLS);
        put(properties, "ssl.checkserveridentity", trusted.isEmpty());
        put(properties, "ssl.protocols", "TLSv1.2 TLSv1.3");
        put(properties, "from", settings.from());
        // Those recipients that the server takes get the mail, whatever it says of the others.
        put(properties, "sendpartial", true);
        settings.helloName().ifPresent(name -> put(properties, "localhost", name));
        // Not ssl.socketFactory: together with a write time-out the library forgets it and wraps
        // its
        // socket once more with the default one (SocketFetcher.createSocket in angus-mail 2.0.5).
        if (!trusted.isEmpty()) {
            put(properties, "ssl.trust", String.join(" ", trusted));
        }
        return properties;
    }

    private static void put(Properties properties, String name, Object value) {
        properties.setProperty("mail.smtp." + name, String.valueOf(value));
    }

    /** What went wrong, with what lies below it: a bare "Could not connect" helps nobody. */
    static String reason(MessagingException e) {
        String message = String.valueOf(e.getMessage()).strip();
        Throwable cause = e.getCause();
        return cause == null || message.contains(String.valueOf(cause.getMessage()))
                ? message
                : message + ": " + cause.getMessage();
    }
}
