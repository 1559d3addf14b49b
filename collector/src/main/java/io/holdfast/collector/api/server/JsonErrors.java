package io.holdfast.collector.api.server;

import io.holdfast.wire.api.ErrorReport;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Puts Jetty's own errors, such as for a malformed request, into the same form as ours. */
final class JsonErrors implements Request.Handler {

    private static final JsonRecord<ErrorReport> ERROR = JsonRecord.of(ErrorReport.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        Object found = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        int status = response.getStatus();
        String code = status >= 500 ? "internal" : "bad_request";
        String message =
                status >= 500
                        ? "the collector failed to answer; its log says why"
                        : HttpStatus.getMessage(status) + (found == null ? "" : ": " + found);
        ApiHandler.write(status, ERROR, ErrorReport.of(code, message, ""), response);
        callback.succeeded();
        return true;
    }
}
