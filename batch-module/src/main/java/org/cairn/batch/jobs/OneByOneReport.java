package org.cairn.batch.jobs;

import org.cairn.jobs.JobStepView.Counts;
import org.cairn.jobs.JobTicket;
import org.cairn.jobs.JobWork;
import org.cairn.jobs.RecordSkipped;
import org.jspecify.annotations.Nullable;

/** Counts and reports what becomes of a step's records, in the transactions that change them. */
final class OneByOneReport {

  private final JobTicket ticket;
  private final String step;
  private int skipped;

  OneByOneReport(JobTicket ticket, String step) {
    this.ticket = ticket;
    this.step = step;
  }

  /** What an attempt before has counted stands. */
  void open(JobWork frame, OneByOneOpening opening) {
    frame.touch(ticket);
    if (ticket.attempt() == 1) {
      frame.expect(ticket, opening.total());
    }
    opening.lost().forEach(lost -> settled(frame, lost, true));
  }

  /** Where there is no going on, nothing was done with the record: the next run takes it again. */
  void settled(JobWork frame, @Nullable RecordSkipped leftOut, boolean goesOn) {
    int bad = leftOut == null ? 0 : 1;
    skipped += bad;
    if (leftOut != null) {
      frame.skip(ticket, step, leftOut);
    }
    if (goesOn || leftOut != null) {
      frame.count(ticket, step, new Counts(1, 1 - bad, 0, bad));
    }
  }

  void requireGoingOn(boolean goesOn, String most) {
    if (!goesOn || skipped > Integer.parseInt(most)) {
      throw new IllegalStateException("There is no going on; " + skipped + " were left out");
    }
  }
}
