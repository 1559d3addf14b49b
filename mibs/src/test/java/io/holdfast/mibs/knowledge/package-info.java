@NullMarked
package io.holdfast.mibs.knowledge;

import org.jspecify.annotations.NullMarked;
