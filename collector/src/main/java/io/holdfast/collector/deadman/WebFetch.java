package io.holdfast.collector.deadman;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches by HTTP; any answer of 200 to 299 is a success. */
final class WebFetch implements Fetch {

    private static final int SUCCESS = 200;
    private static final int PAST_SUCCESS = 300;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @Override
    public Optional<String> fetch(URI url, Duration patience) throws InterruptedException {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(url).build();
        } catch (IllegalArgumentException e) {
            return Optional.of("no address that can be fetched");
        }
        // A request's own time-out ends with the headers; a body that never ends needs ours.
        CompletableFuture<HttpResponse<Void>> asked =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            int status = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status >= SUCCESS && status < PAST_SUCCESS
                    ? Optional.empty()
                    : Optional.of("answered with status " + status);
        } catch (TimeoutException e) {
            return Optional.of("no whole answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return Optional.of(reason(e.getCause()));
        } finally {
            asked.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable why) {
        if (unresolved(why)) {
            return "its name cannot be resolved";
        }
        if (why instanceof ConnectException) {
            return "cannot be connected to";
        }
        return why == null ? "unknown" : why.getClass().getSimpleName() + ": " + why.getMessage();
    }

    private static boolean unresolved(@Nullable Throwable why) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException
                    || each instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
