/**
 * The jobs of figures: {@code analytics-feed} reads the log every minute, {@code analytics-closing}
 * sees a district's months of long ago out, {@code analytics-partitions} has the partitions come
 * and go for the whole installation.
 *
 * <p>Owns no table, decides nothing: that stands in {@code org.cairn.analytics}.
 */
@NullMarked
package org.cairn.batch.analytics;

import org.jspecify.annotations.NullMarked;
