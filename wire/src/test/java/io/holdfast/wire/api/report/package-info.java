@NullMarked
package io.holdfast.wire.api.report;

import org.jspecify.annotations.NullMarked;
