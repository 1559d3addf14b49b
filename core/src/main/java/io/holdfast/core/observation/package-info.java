/** What was seen, what was missed and what stayed silent: three types, never one boolean. */
@NullMarked
package io.holdfast.core.observation;

import org.jspecify.annotations.NullMarked;
