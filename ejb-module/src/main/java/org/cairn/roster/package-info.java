/**
 * People and places in the words of OneRoster 1.2, how they come in, and when schools meet.
 *
 * <p>Owns {@code org}, {@code non_school_day}, {@code academic_session}, {@code course}, {@code
 * class}, {@code class_term}, {@code roster_user}, {@code user_role}, {@code enrollment}, {@code
 * guardianship} and the import's {@code roster_import}, {@code roster_import_count}, {@code
 * roster_import_bytes}, {@code roster_row} and {@code roster_error}; all are written by SQL only.
 * Publishes the views {@code person}, {@code guards}, {@code teaches}, {@code administers}, {@code
 * school}, {@code learner_place}, {@code class_student}, {@code class_place}, {@code staff_place},
 * {@code term_start} and {@code roster_change} to other components, and the event {@link
 * org.cairn.roster.RosterImportWork.RosterApplied}; observes nothing.
 *
 * <p>An import is received as a zip ({@link org.cairn.roster.RosterFile}), staged row by row
 * ({@link org.cairn.roster.RowRules}), checked as a whole ({@link org.cairn.roster.CheckStore}) and
 * applied by sets ({@link org.cairn.roster.RosterUpdate}); the job in {@code
 * org.cairn.batch.roster} takes these steps through {@link org.cairn.roster.RosterImportWork}.
 */
@NullMarked
package org.cairn.roster;

import org.jspecify.annotations.NullMarked;
