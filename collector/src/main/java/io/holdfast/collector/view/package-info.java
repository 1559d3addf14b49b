/** What a report shows: immutable pictures of hosts, parts, groups and agents. */
@NullMarked
package io.holdfast.collector.view;

import org.jspecify.annotations.NullMarked;
