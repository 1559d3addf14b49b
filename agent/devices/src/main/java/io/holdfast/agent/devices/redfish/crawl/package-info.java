/** Follows a service's links to what can fail, and judges nothing. */
@NullMarked
package io.holdfast.agent.devices.redfish.crawl;

import org.jspecify.annotations.NullMarked;
