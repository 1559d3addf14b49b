package io.holdfast.collector.store;

import io.holdfast.collector.view.StoreHealth;

/** The store cannot be written for now: the same may work once its disk is well again. */
public final class UnwritableException extends StoreException {
    private static final long serialVersionUID = 1;

    private final String remedy;

    public UnwritableException(StoreHealth.Trouble trouble) {
        super("the store cannot be written: " + trouble.what());
        remedy = trouble.remedy();
    }

    /** What helps. */
    public String remedy() {
        return remedy;
    }
}
