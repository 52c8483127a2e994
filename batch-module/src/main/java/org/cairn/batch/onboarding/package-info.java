/**
 * The job {@code catalog-alignment}: has the shared definitions aligned with their files, and
 * learners' tracks that have lost steps judged anew.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.onboarding;

import org.jspecify.annotations.NullMarked;
