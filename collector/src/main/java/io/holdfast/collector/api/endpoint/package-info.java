/** What each route of the API does. */
@NullMarked
package io.holdfast.collector.api.endpoint;

import org.jspecify.annotations.NullMarked;
