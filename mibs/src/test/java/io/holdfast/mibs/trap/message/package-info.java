@NullMarked
package io.holdfast.mibs.trap.message;

import org.jspecify.annotations.NullMarked;
