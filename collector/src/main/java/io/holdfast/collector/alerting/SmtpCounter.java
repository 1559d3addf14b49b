package io.holdfast.collector.alerting;

import io.holdfast.config.collector.MailSettings;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open connection to a mail server. */
final class SmtpCounter implements PostOffice.Counter {

    private static final Logger log = LoggerFactory.getLogger(SmtpCounter.class);

    private final Session session;
    private final SMTPTransport transport;
    private final MailSettings settings;

    SmtpCounter(Session session, SMTPTransport transport, MailSettings settings) {
        this.session = session;
        this.transport = transport;
        this.settings = settings;
    }

    @Override
    public PostOffice.Receipt hand(Mail mail) {
        try {
            MimeMessage message = new MailForm(session, mail, settings.from(), settings.to());
            Address[] recipients = InternetAddress.parse(String.join(",", settings.to()), true);
            transport.sendMessage(message, recipients);
            return new PostOffice.Receipt.Taken(answer(), List.of());
        } catch (SendFailedException e) {
            return partly(e);
        } catch (MessagingException e) {
            return notTaken(e);
        }
    }

    private PostOffice.Receipt partly(SendFailedException e) {
        if (addresses(e.getValidSentAddresses()).findAny().isEmpty()) {
            return notTaken(e);
        }
        List<String> refused =
                Stream.concat(
                                addresses(e.getInvalidAddresses()),
                                addresses(e.getValidUnsentAddresses()))
                        .map(Address::toString)
                        .toList();
        return new PostOffice.Receipt.Taken(answer(), refused);
    }

    private PostOffice.Receipt notTaken(MessagingException e) {
        // isConnected() asks the server (NOOP): a connection that broke is found out here.
        String reason = Smtp.reason(e);
        return transport.isConnected()
                ? new PostOffice.Receipt.Rejected(reason)
                : new PostOffice.Receipt.Broken(reason);
    }

    private String answer() {
        String said = transport.getLastServerResponse();
        return said == null ? "" : said.strip();
    }

    private static Stream<Address> addresses(Address @Nullable [] addresses) {
        return addresses == null ? Stream.empty() : Arrays.stream(addresses);
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("the mail server did not part cleanly: {}", e.getMessage());
        }
    }
}
