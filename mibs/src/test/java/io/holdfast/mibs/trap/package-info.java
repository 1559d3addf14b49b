@NullMarked
package io.holdfast.mibs.trap;

import org.jspecify.annotations.NullMarked;
