/**
 * The job {@code retention}: removes what is over, a step for each category, so that a run tells
 * how much of each has gone.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.retention;

import org.jspecify.annotations.NullMarked;
