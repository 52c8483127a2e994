/**
 * The one streak rule of the whole product, for whoever counts days.
 *
 * <p>Owns no table. Decides how a streak goes on from one day to the next: days on which the school
 * does not meet neither count nor break, a missed school day takes a freeze where there is one.
 * Publishes and observes nothing.
 */
@NullMarked
package org.cairn.streak;

import org.jspecify.annotations.NullMarked;
