/** Getting a certificate and keeping it fresh. */
@NullMarked
package io.holdfast.agent.daemon.identity;

import org.jspecify.annotations.NullMarked;
