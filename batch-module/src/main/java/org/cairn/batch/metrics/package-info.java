/** Looks up, time and again, the numbers that cannot be counted where they arise. */
@NullMarked
package org.cairn.batch.metrics;

import org.jspecify.annotations.NullMarked;
