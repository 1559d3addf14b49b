package io.holdfast.collector.view;

import io.holdfast.core.observation.Unseen;

/**
 * Something that could not be seen.
 *
 * @param probe who wanted to see it
 * @param unseen what, why, and what would help
 */
public record UnseenView(String probe, Unseen unseen) {}
