package org.cairn.backup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** The district's backups of game profiles, and what became of their restores. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class Backups {

  @Inject private BackupObjects objects;
  @Inject private RestoreStore restores;

  /**
   * A page of the backups, the newest first.
   *
   * @throws ProblemException {@code INVALID_REQUEST}, {@code STORAGE_UNAVAILABLE}
   */
  public Page<BackupView> page(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    String before = Cursor.id(cursor, "cursor");
    List<BackupView> found =
        objects.backups().stream()
            .filter(id -> before == null || id.toString().compareTo(before) < 0)
            .flatMap(id -> objects.manifest(id).stream())
            .map(Manifest::view)
            .limit(size + 1L)
            .toList();
    return Page.of(found, size, backup -> backup.id().toString());
  }

  /**
   * One backup.
   *
   * @throws ProblemException {@code BACKUP_NOT_FOUND}, {@code STORAGE_UNAVAILABLE}
   */
  public BackupView find(UUID id) {
    return objects
        .manifest(id)
        .map(Manifest::view)
        .orElseThrow(
            () -> BackupProblem.BACKUP_NOT_FOUND.with("Take one from GET /api/v1/admin/backups."));
  }

  /**
   * A page of a backup's restores, the newest first, also of one that is kept no longer.
   *
   * @throws ProblemException {@code BACKUP_NOT_FOUND} where there is neither it nor any restore of
   *     it, {@code INVALID_REQUEST}, {@code STORAGE_UNAVAILABLE}
   */
  public Page<RestoreView> restores(UUID id, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    List<RestoreView> found = restores.page(id, Cursor.id(cursor, "cursor"), size + 1);
    if (found.isEmpty()) {
      find(id);
    }
    return Page.of(found, size, restore -> restore.id().toString());
  }
}
