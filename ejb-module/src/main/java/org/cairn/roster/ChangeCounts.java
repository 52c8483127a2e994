package org.cairn.roster;

/**
 * What an import did to one kind of rows or, where it did not apply, would have done.
 *
 * @param created new to Cairn
 * @param changed known and active, with other values now
 * @param deactivated no longer in the file, or marked {@code tobedeleted} there
 * @param reactivated known and inactive, back in the file
 * @param unchanged as they were
 */
public record ChangeCounts(
    long created, long changed, long deactivated, long reactivated, long unchanged) {

  static final ChangeCounts NONE = new ChangeCounts(0, 0, 0, 0, 0);

  ChangeCounts withDeactivated(long gone) {
    return new ChangeCounts(created, changed, gone, reactivated, unchanged);
  }

  long touched() {
    return created + changed + deactivated + reactivated;
  }
}
