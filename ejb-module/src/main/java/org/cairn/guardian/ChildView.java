package org.cairn.guardian;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child as its guardian sees it in a list.
 *
 * @param grade a CEDS code
 * @param source {@code roster} or {@code pairing}
 * @param since when the two were linked first
 */
public record ChildView(
    UUID learnerId, String givenName, @Nullable String grade, String source, Instant since) {}
