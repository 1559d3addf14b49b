@NullMarked
package io.holdfast.mibs.walk;

import org.jspecify.annotations.NullMarked;
