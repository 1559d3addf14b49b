package io.holdfast.wire.stream;

import io.grpc.Status;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a stream, or the attempt to open one, is over.
 *
 * @param cause the closed reason
 * @param detail for the log; names no secret
 */
public record Ended(Cause cause, String detail) {

    /** The closed set of reasons. */
    public enum Cause {
        /** The other end had nothing more to say. */
        CLOSED(Status.Code.OK),
        /** The caller's certificate is unknown, run out, revoked or of another host. */
        REFUSED_IDENTITY(Status.Code.UNAUTHENTICATED),
        /** The two do not speak the same version. */
        REFUSED_PROTOCOL(Status.Code.FAILED_PRECONDITION),
        /** A message could not be used at all. */
        NOT_UNDERSTOOD(Status.Code.INVALID_ARGUMENT),
        /** A limit of the other end is reached: come back later. */
        OVERLOADED(Status.Code.RESOURCE_EXHAUSTED),
        /** A newer stream of the same agent took over. */
        REPLACED(Status.Code.ABORTED),
        /** The other end cannot be reached, or the path broke. */
        UNREACHABLE(Status.Code.UNAVAILABLE),
        /** The other end is not the collector that we were told to trust. */
        UNTRUSTED_SERVER(Status.Code.PERMISSION_DENIED),
        /** This side gave up. */
        CANCELLED(Status.Code.CANCELLED),
        /** Something else, and most likely a bug. */
        FAILED(Status.Code.INTERNAL);

        private final Status.Code code;

        Cause(Status.Code code) {
            this.code = code;
        }
    }

    /** The gRPC status that tells this to the other end. */
    Status toStatus() {
        return Status.fromCode(cause.code).withDescription(WireLimits.cut(detail));
    }

    /** What a gRPC status, and the TLS failure behind it, mean to us. */
    public static Ended of(Status status) {
        String detail = detail(status);
        for (Throwable t = status.getCause(); t != null; t = t.getCause()) {
            if (t instanceof CertificateException
                    || t instanceof CertPathValidatorException
                    || t instanceof SSLPeerUnverifiedException) {
                return new Ended(Cause.UNTRUSTED_SERVER, detail);
            }
            if (t instanceof SSLException && isAlertAboutUs(t.getMessage())) {
                return new Ended(Cause.REFUSED_IDENTITY, detail);
            }
        }
        for (Cause cause : Cause.values()) {
            if (cause.code == status.getCode()) {
                return new Ended(cause, detail);
            }
        }
        return new Ended(Cause.FAILED, detail);
    }

    /** In TLS 1.3 a refused client certificate shows as an alert on the first read. */
    private static boolean isAlertAboutUs(@Nullable String message) {
        return message != null
                && message.contains("fatal alert")
                && (message.contains("certificate") || message.contains("unknown_ca"));
    }

    private static String detail(Status status) {
        StringBuilder detail = new StringBuilder();
        String description = status.getDescription();
        detail.append(description == null ? status.getCode().name() : description);
        Throwable cause = status.getCause();
        if (cause != null) {
            detail.append(": ").append(cause.getMessage());
        }
        return WireLimits.cut(detail.toString());
    }
}
