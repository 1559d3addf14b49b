/**
 * What hangs on what in the whole data centre: the declared cords and cables, what hosts and
 * switches report, and the one graph that they give. Pure.
 */
@NullMarked
package io.holdfast.core.topology;

import org.jspecify.annotations.NullMarked;
