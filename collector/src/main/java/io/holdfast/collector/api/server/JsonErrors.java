package io.holdfast.collector.api.server;

import io.holdfast.wire.api.ErrorReport;
import io.holdfast.wire.api.json.JsonRecord;
import java.io.IOException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Puts Jetty's own errors, such as for a malformed request, into the same form as ours. */
final class JsonErrors implements Request.Handler {

    private static final String TO_DO =
            "check the address: a % in it is followed by two hexadecimal digits (%25 is itself)";

    private static final JsonRecord<ErrorReport> ERROR = JsonRecord.of(ErrorReport.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        Object found = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
        int status = response.getStatus();
        String code = status >= 500 ? "internal" : "bad_request";
        ErrorReport report =
                status >= 500
                        ? ErrorReport.of(
                                code, "the collector failed to answer; its log says why", "")
                        : ErrorReport.of(code, malformed(status, found), TO_DO);
        ApiHandler.write(status, ERROR, report, response);
        callback.succeeded();
        return true;
    }

    /** Where Jetty has nothing to say it repeats the name of the status. */
    static String malformed(int status, @Nullable Object found) {
        String name = String.valueOf(HttpStatus.getMessage(status));
        boolean said = found != null && !name.equals(String.valueOf(found));
        return "expected a request as HTTP has it, found a malformed one: "
                + (said ? name + ": " + found : name);
    }
}
