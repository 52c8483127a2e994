/**
 * Backups of a district's game profiles in object storage, and the way back.
 *
 * <p>Owns {@code profile_backup} and {@code profile_backup_part}, the work on a backup until its
 * manifest is written, and {@code profile_restore}, what became of restores. Decides what a backup
 * consists of, how long it is kept, and whether it is restored; what a profile is, and what of it
 * is missing, is {@link org.cairn.gamification.ProfileRecords}' to say. Publishes and observes
 * nothing.
 */
@NullMarked
package org.cairn.backup;

import org.jspecify.annotations.NullMarked;
