@NullMarked
package io.holdfast.mibs.line;

import org.jspecify.annotations.NullMarked;
