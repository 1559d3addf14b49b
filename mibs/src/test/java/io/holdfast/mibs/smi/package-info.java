@NullMarked
package io.holdfast.mibs.smi;

import org.jspecify.annotations.NullMarked;
