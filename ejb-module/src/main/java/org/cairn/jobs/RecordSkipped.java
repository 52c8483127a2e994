package org.cairn.jobs;

import jakarta.ejb.ApplicationException;

/**
 * A record that a job leaves out, to go on with the rest. Job XMLs list it among the skippable
 * exceptions.
 *
 * <p>An application exception without rollback, so that it may also come from a boundary; whoever
 * throws it has changed nothing.
 */
@ApplicationException(rollback = false)
public final class RecordSkipped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final String reason;

  /**
   * Makes one.
   *
   * @param key of the record: an id, a line; never a name or another value of it
   * @param reason a code in capitals
   */
  public RecordSkipped(String key, String reason) {
    super(reason, null, false, false);
    this.key = key;
    this.reason = reason;
  }

  public String key() {
    return key;
  }

  public String reason() {
    return reason;
  }
}
