package org.cairn.events;

/**
 * What became of one event that was to be appended.
 *
 * @param event as it stands in the log: for a conflict, the one that was there
 */
public record AppendedEvent(Status status, RecordedEvent event) {

  /** New, there already with the same content, or there already with another. */
  public enum Status {
    STORED,
    DUPLICATE,
    CONFLICT
  }
}
