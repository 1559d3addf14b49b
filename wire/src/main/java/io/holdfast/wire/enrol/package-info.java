/** How an agent or a person gets a certificate from the collector's own authority. */
@NullMarked
package io.holdfast.wire.enrol;

import org.jspecify.annotations.NullMarked;
