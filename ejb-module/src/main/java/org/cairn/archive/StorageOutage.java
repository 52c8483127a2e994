package org.cairn.archive;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.shared.ProblemException;

/**
 * Why the storage did not do what nobody did wrong. The log has more, and no address of an object.
 */
final class StorageOutage {

  private static final Logger LOG = Logger.getLogger(StorageOutage.class.getName());

  private StorageOutage() {}

  static ProblemException unavailable(Exception cause) {
    LOG.log(Level.WARNING, cause, () -> "The object storage does not answer");
    return ArchiveProblem.STORAGE_UNAVAILABLE.with("Nothing was changed. Try again.");
  }

  static ProblemException damaged(Exception cause) {
    LOG.log(Level.SEVERE, cause, () -> "An object is not as it was written");
    return damaged();
  }

  static ProblemException damaged() {
    return ArchiveProblem.OBJECT_DAMAGED.with("Somebody has to restore it from a backup.");
  }

  static ProblemException missing() {
    return ArchiveProblem.OBJECT_NOT_FOUND.with("Nothing that you may see has this address.");
  }
}
