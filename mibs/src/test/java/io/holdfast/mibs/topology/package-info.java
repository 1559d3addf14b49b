@NullMarked
package io.holdfast.mibs.topology;

import org.jspecify.annotations.NullMarked;
