@NullMarked
package io.holdfast.mibs.names;

import org.jspecify.annotations.NullMarked;
