package io.holdfast.config.collector;

import java.net.URI;
import java.time.Duration;

/**
 * The ping outward whose end tells somebody else that this collector fell silent.
 *
 * @param url what is fetched
 * @param every how often
 */
public record DeadManSettings(URI url, Duration every) {}
