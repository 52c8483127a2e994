package org.cairn.guardian;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That somebody was shown records of a child.
 *
 * @param at when; of readings, the first one of the hour
 * @param self whether it was the caller
 * @param roles of whom it was: a role says enough, and names nobody
 * @param action {@code LEARNER_READ}, {@code DOCUMENT_OPENED}, {@code LINK_ISSUED}, {@code
 *     LINK_USED} or {@code DATA_EXPORTED}
 * @param operation the operation in the interface's document
 * @param targetKind {@code learner}, or {@code object} for a document
 * @param targetId the child's id, or the journey's whose document it was
 */
public record AccessView(
    UUID id,
    Instant at,
    boolean self,
    List<String> roles,
    String action,
    String operation,
    String targetKind,
    String targetId) {

  public AccessView {
    roles = List.copyOf(roles);
  }
}
