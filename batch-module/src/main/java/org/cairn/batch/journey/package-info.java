/**
 * The job {@code session-archive}: has {@link org.cairn.journey.JourneyArchive} move journeys of
 * long ago to the object storage.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.journey;

import org.jspecify.annotations.NullMarked;
