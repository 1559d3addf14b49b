/** What is wrong, of which all that shows is a consequence: symptoms in, causes out. */
@NullMarked
package io.holdfast.core.diagnosis;

import org.jspecify.annotations.NullMarked;
