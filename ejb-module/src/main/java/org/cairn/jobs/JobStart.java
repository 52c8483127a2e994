package org.cairn.jobs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run that the batch runtime is to begin now.
 *
 * @param before the batch runtime's id of the attempt before, whose checkpoint it goes on from
 */
public record JobStart(
    JobTicket ticket,
    JobDefinition definition,
    Map<String, String> parameters,
    @Nullable Long before) {}
