/** Hand-written fakes and seeded generators that tests of every module share. */
@NullMarked
package io.holdfast.testkit;

import org.jspecify.annotations.NullMarked;
