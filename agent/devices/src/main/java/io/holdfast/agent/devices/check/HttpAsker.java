package io.holdfast.agent.devices.check;

import io.holdfast.core.check.Trial;
import io.holdfast.core.observation.Silence;
import io.holdfast.core.time.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a page. A connection of its own for each trial: a kept one would hide a dead listener.
 */
final class HttpAsker implements Asker {

    private final Trial.Http trial;
    private final URI url;
    private final Duration patience;
    private final Ticker ticker;

    HttpAsker(Trial.Http trial, Duration patience, Ticker ticker) {
        this.trial = trial;
        this.url = URI.create(trial.url());
        this.patience = patience;
        this.ticker = ticker;
    }

    /** What of an answer is judged. */
    private record Page(int status, String body) {}

    @Override
    public Answer ask() throws InterruptedException {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1);
        if ("https".equals(url.getScheme())) {
            try {
                builder.sslContext(TrustedTls.context(trial.trust()));
                builder.sslParameters(TrustedTls.parameters(trial.trust()));
            } catch (GeneralSecurityException | IOException e) {
                return new Answer.Unclear(
                        new Silence(
                                Silence.Cause.FAILED,
                                "its ca cannot be used: " + e.getMessage(),
                                "put a certificate in PEM form below ca"));
            }
        }
        HttpClient client = builder.build();
        try {
            return fetch(client);
        } finally {
            client.shutdownNow();
        }
    }

    private Answer fetch(HttpClient client) throws InterruptedException {
        long began = ticker.nanos();
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .header("User-Agent", "holdfast-check")
                        .timeout(patience)
                        .build();
        CompletableFuture<Page> asked =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                        .thenApplyAsync(HttpAsker::page);
        try {
            // The request's own time-out ends with the headers; a body that never ends needs ours.
            Page page = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            Duration took = Duration.ofNanos(ticker.nanos() - began);
            return HttpVerdict.of(trial, page.status(), page.body(), took);
        } catch (TimeoutException e) {
            return Refusal.of(trial.shown(), e, patience);
        } catch (ExecutionException e) {
            return Refusal.of(trial.shown(), Objects.requireNonNullElse(e.getCause(), e), patience);
        } finally {
            asked.cancel(true);
        }
    }

    private static Page page(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] start = body.readNBytes(Trial.Http.MOST_BODY_BYTES);
            return new Page(response.statusCode(), new String(start, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Page(response.statusCode(), "");
        }
    }
}
