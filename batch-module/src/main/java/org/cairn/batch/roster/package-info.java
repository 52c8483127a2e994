/**
 * The job {@code roster-import}: pages through a received roster, calls {@link
 * org.cairn.roster.RosterImportWork} for each step, keeps the checkpoint.
 *
 * <p>Owns no table, decides nothing: what a row means stands in {@code org.cairn.roster}.
 */
@NullMarked
package org.cairn.batch.roster;

import org.jspecify.annotations.NullMarked;
