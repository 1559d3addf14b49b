/**
 * A strict reader of YAML: a tree in which every key knows its place, walked until all its problems
 * are known.
 */
@NullMarked
package io.holdfast.config.yaml;

import org.jspecify.annotations.NullMarked;
