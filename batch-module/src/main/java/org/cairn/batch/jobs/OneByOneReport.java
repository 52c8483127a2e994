package org.cairn.batch.jobs;

import org.cairn.jobs.JobStepView.Counts;
import org.cairn.jobs.JobTicket;
import org.cairn.jobs.JobWork;
import org.cairn.jobs.RecordSkipped;
import org.jspecify.annotations.Nullable;

/** Counts and reports what becomes of a step's records, in the transactions that change them. */
public final class OneByOneReport {

  private static final Counts DONE = new Counts(1, 1, 0, 0);
  private static final Counts LEFT_OUT = new Counts(1, 0, 0, 1);

  private final JobTicket ticket;
  private final String step;
  private final int most;
  private @Nullable JobWork frame;
  private int skipped;

  OneByOneReport(JobTicket ticket, String step, String most) {
    this.ticket = ticket;
    this.step = step;
    this.most = Integer.parseInt(most);
  }

  /** Says how many records there are; what an attempt before has counted stands. */
  public void expect(long total) {
    if (ticket.attempt() == 1) {
      frame().expect(ticket, total);
    }
  }

  /** One record is done, or left out. */
  public void done(@Nullable RecordSkipped leftOut) {
    frame().count(ticket, step, leftOut == null ? DONE : LEFT_OUT);
    if (leftOut != null) {
      frame().skip(ticket, step, leftOut);
      skipped++;
    }
  }

  void by(JobWork present, Runnable work) {
    frame = present;
    present.touch(ticket);
    work.run();
  }

  void requireFew() {
    if (skipped > most) {
      throw new IllegalStateException("More than " + most + " records were left out");
    }
  }

  private JobWork frame() {
    if (frame == null) {
      throw new IllegalStateException("Outside of a step");
    }
    return frame;
  }
}
