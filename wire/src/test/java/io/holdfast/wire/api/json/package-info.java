@NullMarked
package io.holdfast.wire.api.json;

import org.jspecify.annotations.NullMarked;
