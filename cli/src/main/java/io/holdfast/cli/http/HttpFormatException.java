package io.holdfast.cli.http;

import java.io.IOException;

/** An answer that is no HTTP/1.1, or more of it than we take. */
public final class HttpFormatException extends IOException {

    private static final long serialVersionUID = 1;

    public HttpFormatException(String expected, String found) {
        super("expected " + expected + ", found " + found);
    }
}
