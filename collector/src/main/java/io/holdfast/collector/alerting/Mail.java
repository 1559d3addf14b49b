package io.holdfast.collector.alerting;

import java.time.Instant;

/**
 * A mail that is to go out.
 *
 * @param id its row
 * @param messageId its Message-ID (RFC 5322, section 3.6.4), the same however often it is tried
 * @param thread the Message-ID of the first mail about the same trouble; its own for the first
 * @param subject the subject line
 * @param body the text
 * @param createdAt when it was made
 * @param attempts how often it was tried
 */
public record Mail(
        long id,
        String messageId,
        String thread,
        String subject,
        String body,
        Instant createdAt,
        int attempts) {}
