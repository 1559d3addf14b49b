package io.holdfast.collector.store;

/** The store cannot do what was asked; the message says why and what helps. */
public sealed class StoreException extends RuntimeException permits UnwritableException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
