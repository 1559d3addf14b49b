@NullMarked
package io.holdfast.collector.api.server;

import org.jspecify.annotations.NullMarked;
