package org.cairn.jobs;

import java.time.Instant;

/**
 * A record that a run left out.
 *
 * @param number from 1, in the order in which they were found
 * @param record its key
 * @param reason a code in capitals
 */
public record JobSkipView(
    long number, String step, String record, String reason, Instant skippedAt) {}
