/**
 * Journeys: LEARN, EXPERIENCE, DISCOVER, each with four subjects; what was asked, answered and
 * completed on the way.
 *
 * <p>Publishes {@link org.cairn.journey.JourneyAdvanced}.
 */
@NullMarked
package org.cairn.journey;

import org.jspecify.annotations.NullMarked;
