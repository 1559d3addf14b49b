package io.holdfast.config.supervisor;

/** Where notices to a supervisor go. */
@FunctionalInterface
public interface NoticeSocket {

    /** Sends one notice, or loses it if nobody takes it. */
    void send(String notice);
}
