package io.holdfast.agent.devices.redfish.service;

import io.holdfast.agent.devices.redfish.http.HttpResponse;
import io.holdfast.agent.devices.redfish.http.HttpTrouble;
import io.holdfast.core.observation.Silence;

/** Puts into words why a resource could not be had. */
final class Refusals {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private Refusals() {}

    static Fetched.Missed missed(Link link, HttpResponse response) {
        int status = response.status();
        return new Fetched.Missed(status, silence(link, response), status == UNAUTHORIZED);
    }

    private static Silence silence(Link link, HttpResponse response) {
        String said = Complaint.of(response);
        if (response.redirects()) {
            return Silence.of(
                    Silence.Cause.FAILED,
                    link
                            + " redirects to '"
                            + Complaint.printable(response.header("location").orElse(""))
                            + "': redirects are not followed");
        }
        return switch (response.status()) {
            case UNAUTHORIZED ->
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            link + ": the BMC does not accept who we are (" + said + ")",
                            "check user and password");
            case FORBIDDEN ->
                    new Silence(
                            Silence.Cause.NOT_PERMITTED,
                            link + ": this user may not read it (" + said + ")",
                            "give the user a role with the Login privilege, such as ReadOnly");
            case NOT_FOUND ->
                    Silence.of(
                            Silence.Cause.FAILED, link + " is linked to, and not there: " + said);
            default -> Silence.of(Silence.Cause.FAILED, link + ": " + said);
        };
    }

    static Silence silence(HttpTrouble trouble) {
        Silence.Cause cause =
                switch (trouble.kind()) {
                    case UNREACHABLE, BROKEN_OFF, NO_TLS, TOO_LARGE -> Silence.Cause.FAILED;
                    case UNTRUSTED -> Silence.Cause.NOT_PERMITTED;
                    case TIMED_OUT -> Silence.Cause.TIMED_OUT;
                    case NOT_HTTP -> Silence.Cause.NOT_UNDERSTOOD;
                };
        return new Silence(cause, Complaint.printable(trouble.detail()), trouble.remedy());
    }
}
