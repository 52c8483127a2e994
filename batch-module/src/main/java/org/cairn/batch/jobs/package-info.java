/**
 * The frame's side of the batch runtime: the clock that begins what is due, the server's sign of
 * life, the listeners that keep a run's record in line, and the bases of artifacts.
 *
 * <p>Owns no table, decides nothing: that stands in {@code org.cairn.jobs}. An artifact extends
 * {@link org.cairn.batch.jobs.KeysetReader}, {@link org.cairn.batch.jobs.TenantWriter} or {@link
 * org.cairn.batch.jobs.TenantStep}; its job XML names the listeners {@code runKeeper} for the job
 * and {@code stepKeeper} for each step.
 */
@NullMarked
package org.cairn.batch.jobs;

import org.jspecify.annotations.NullMarked;
