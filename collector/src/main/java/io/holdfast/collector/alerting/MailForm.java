package io.holdfast.collector.alerting;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A mail in the form of RFC 5322. */
final class MailForm extends MimeMessage {

    /** RFC 5322, section 3.3; in UTC, because readers show their own zone. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final String messageId;

    MailForm(Session session, Mail mail, String from, List<String> to) throws MessagingException {
        super(session);
        messageId = mail.messageId();
        setFrom(new InternetAddress(from, true));
        setRecipients(Message.RecipientType.TO, InternetAddress.parse(String.join(",", to), true));
        setSubject(mail.subject(), "UTF-8");
        setHeader("Date", DATE.format(mail.createdAt()));
        // RFC 3834, section 5: nobody's holiday notice shall answer.
        setHeader("Auto-Submitted", "auto-generated");
        if (!mail.thread().equals(mail.messageId())) {
            setHeader("References", mail.thread());
            setHeader("In-Reply-To", mail.thread());
        }
        setText(mail.body(), "UTF-8");
        saveChanges();
    }

    /** Keeps our own id; the library would make a new one for each attempt. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
