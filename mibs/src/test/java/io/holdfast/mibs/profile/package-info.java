@NullMarked
package io.holdfast.mibs.profile;

import org.jspecify.annotations.NullMarked;
