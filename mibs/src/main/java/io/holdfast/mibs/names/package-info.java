/** Names of objects and the words of their values, from MIB modules, both ways. */
@NullMarked
package io.holdfast.mibs.names;

import org.jspecify.annotations.NullMarked;
