package io.holdfast.agent.devices.check;

import io.holdfast.core.check.Trial;
import io.holdfast.core.observation.Evidence;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** Opens a TCP connection and closes it. */
final class TcpAsker implements Asker {

    private final Trial.Tcp trial;
    private final Duration patience;
    private final Ticker ticker;

    TcpAsker(Trial.Tcp trial, Duration patience, Ticker ticker) {
        this.trial = trial;
        this.patience = patience;
        this.ticker = ticker;
    }

    @Override
    public Answer ask() throws InterruptedException {
        long began = ticker.nanos();
        InetSocketAddress address = new InetSocketAddress(trial.host(), trial.port());
        if (address.isUnresolved()) {
            return Refusal.unresolved(trial.host());
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(patience.toMillis()));
            Evidence evidence = new Evidence(trial.shown(), "", "", "accepts connections");
            Duration took = Duration.ofNanos(ticker.nanos() - began);
            return new Answer.Good(evidence, List.of(Response.reading(took)));
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            return Refusal.of(trial.shown(), e, patience);
        }
    }
}
