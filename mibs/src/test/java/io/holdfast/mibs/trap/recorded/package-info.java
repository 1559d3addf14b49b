@NullMarked
package io.holdfast.mibs.trap.recorded;

import org.jspecify.annotations.NullMarked;
