/**
 * The frame in which every job runs: what jobs there are, when they are due in each district, which
 * server runs them, how far they are, and what became of them.
 *
 * <p>Owns {@code job_node}, {@code job_plan}, {@code job_run}, {@code job_step} and {@code
 * job_skip}; all are written by SQL only. Decides when a job is due ({@link
 * org.cairn.jobs.Schedule}), whether a promised time was kept ({@link org.cairn.jobs.Promise}) and
 * what becomes of a run whose server died ({@link org.cairn.jobs.TakeOverRule}). Publishes and
 * observes no event. The jobs themselves stand in {@code org.cairn.batch}, each with its {@link
 * org.cairn.jobs.JobDefinition}.
 */
@NullMarked
package org.cairn.jobs;

import org.jspecify.annotations.NullMarked;
