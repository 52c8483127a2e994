/**
 * What those who run Cairn watch: how much was done, and whether anything lags behind.
 *
 * <p>Owns no table. Decides how far the feed lags ({@link org.cairn.metrics.FeedHorizon}) and that
 * only what was committed counts ({@link org.cairn.metrics.Tally}). Publishes nothing. Observes
 * {@link org.cairn.events.EventsRecorded}, {@link org.cairn.events.EventsRepeated} and {@link
 * org.cairn.gamification.XpSettled}.
 */
@NullMarked
package org.cairn.metrics;

import org.jspecify.annotations.NullMarked;
