/**
 * The jobs {@code profile-backup}, which writes a district's game profiles to object storage, and
 * {@code profile-restore}, which brings back what is missing of them.
 *
 * <p>Owns no table, decides nothing: that stands in {@link org.cairn.backup.BackupWork} and {@link
 * org.cairn.backup.RestoreWork}.
 */
@NullMarked
package org.cairn.batch.backup;

import org.jspecify.annotations.NullMarked;
