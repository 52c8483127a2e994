package org.cairn.definitions;

import java.util.List;

/**
 * What aligning definitions did.
 *
 * @param kind what was aligned, such as {@code tracks}
 * @param created keys that were new
 * @param changed keys that got a new version
 * @param unchanged how many were as before
 * @param retired how many were closed to new learners, or opened again
 * @param refused one line for each definition that is wrong: file, line, place, reason
 */
public record AlignmentView(
    String kind,
    List<String> created,
    List<String> changed,
    int unchanged,
    int retired,
    List<String> refused) {

  String summary() {
    return "Aligned %s: created %d, changed %d, unchanged %d, retired %d, refused %d"
        .formatted(kind, created.size(), changed.size(), unchanged, retired, refused.size());
  }
}
