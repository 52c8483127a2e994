/**
 * Benchmarks of the Cairn that runs, against the bare systems that it is measured by.
 *
 * <p>Rounds are interleaved, so that a noisy machine is noisy for both sides; what is told is the
 * median. See {@code docs/benchmark.md} for how to read the tables.
 */
@NullMarked
package org.cairn.launcher.bench;

import org.jspecify.annotations.NullMarked;
