/** What one look at a host or device brought back. */
@NullMarked
package io.holdfast.core.survey;

import org.jspecify.annotations.NullMarked;
