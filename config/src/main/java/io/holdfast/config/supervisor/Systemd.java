package io.holdfast.config.supervisor;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * systemd, told by its notification protocol.
 *
 * <p>Protocol and variables are those of sd_notify(3) and sd_watchdog_enabled(3).
 *
 * @param notices where its notices go
 * @param heartbeat how often it is to be told that the service is alive
 */
public record Systemd(NoticeSocket notices, Optional<Duration> heartbeat) implements Supervisor {

    /** Longer statuses are cut: systemd shows one line. */
    public static final int LONGEST_STATUS = 200;

    /**
     * The supervisor that the environment names.
     *
     * @param environment the variables of this process
     * @param pid this process
     */
    public static Supervisor of(Map<String, String> environment, long pid) {
        String address = environment.getOrDefault("NOTIFY_SOCKET", "");
        return NativeNoticeSocket.open(address)
                .<Supervisor>map(socket -> new Systemd(socket, heartbeat(environment, pid)))
                .orElseGet(Unsupervised::new);
    }

    /** Half the time after which systemd takes the service for dead, if it watches this process. */
    static Optional<Duration> heartbeat(Map<String, String> environment, long pid) {
        String watched = environment.getOrDefault("WATCHDOG_PID", Long.toString(pid));
        if (!watched.equals(Long.toString(pid))) {
            return Optional.empty();
        }
        try {
            long micros = Long.parseLong(environment.getOrDefault("WATCHDOG_USEC", "0"));
            return micros > 0
                    ? Optional.of(Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros) / 2))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void ready(String status) {
        notices.send("READY=1\nSTATUS=" + line(status));
    }

    @Override
    public void status(String status) {
        notices.send("STATUS=" + line(status));
    }

    @Override
    public void reloading(long monotonicNanos) {
        notices.send(
                "RELOADING=1\nMONOTONIC_USEC=" + TimeUnit.NANOSECONDS.toMicros(monotonicNanos));
    }

    @Override
    public void stopping() {
        notices.send("STOPPING=1");
    }

    @Override
    public void alive() {
        notices.send("WATCHDOG=1");
    }

    private static String line(String status) {
        String first = status.lines().findFirst().orElse("");
        return first.substring(0, Math.min(first.length(), LONGEST_STATUS));
    }
}
