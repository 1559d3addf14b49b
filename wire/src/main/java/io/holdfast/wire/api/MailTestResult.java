package io.holdfast.wire.api;

import java.util.List;

/**
 * What the mail server said to a test mail.
 *
 * @param accepted whether it took the mail
 * @param server who was asked, as {@code host:port}
 * @param security how the connection was protected
 * @param recipients to whom the mail went
 * @param messageId the mail's Message-ID
 * @param detail what the server said, or what failed
 * @param remedy what to do; empty where it was accepted
 */
public record MailTestResult(
        boolean accepted,
        String server,
        String security,
        List<String> recipients,
        String messageId,
        String detail,
        String remedy) {

    public MailTestResult {
        recipients = List.copyOf(recipients);
    }
}
