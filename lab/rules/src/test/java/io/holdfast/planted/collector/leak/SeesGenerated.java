package io.holdfast.planted.collector.leak;

import io.holdfast.planted.wire.stream.proto.Generated;

/** Breaks a rule on purpose. */
public class SeesGenerated {
    public final Class<?> seen = Generated.class;
}
