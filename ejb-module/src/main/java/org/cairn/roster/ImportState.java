package org.cairn.roster;

/** How far an import has come. The first two are on their way, the others final. */
public enum ImportState {
  /** Its bytes are stored; the job has yet to begin. */
  RECEIVED,
  /** The job works on it. */
  RUNNING,
  /** The roster is as the file says, but for the rows with errors. */
  APPLIED,
  /** A dry run: the changes were found out, none was made. */
  CHECKED,
  /** More would have gone than the threshold allows: nothing was changed. */
  STOPPED,
  /** It broke off: nothing was changed. */
  FAILED
}
