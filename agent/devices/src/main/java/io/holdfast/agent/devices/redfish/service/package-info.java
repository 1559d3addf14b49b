/** A Redfish service as a tree of documents: links, fetching, sessions. */
@NullMarked
package io.holdfast.agent.devices.redfish.service;

import org.jspecify.annotations.NullMarked;
