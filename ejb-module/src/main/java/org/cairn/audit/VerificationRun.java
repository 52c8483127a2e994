package org.cairn.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification is.
 *
 * @param seals the number that the chain had at its beginning; {@code null} before the first step
 * @param position the number of the last seal that was checked
 * @param anchorOffset where in the file the next anchor to compare with begins
 * @param anchors how many anchors held so far
 * @param findings how many differences were found so far
 */
record VerificationRun(
    UUID id, @Nullable Long seals, long position, long anchorOffset, long anchors, long findings) {}
