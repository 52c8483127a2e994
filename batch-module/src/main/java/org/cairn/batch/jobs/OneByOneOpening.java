package org.cairn.batch.jobs;

import java.util.List;
import org.cairn.jobs.RecordSkipped;

/**
 * What a step finds when it begins.
 *
 * @param total how many records there are to do
 * @param lost those that an attempt before has claimed and not settled
 */
public record OneByOneOpening(long total, List<RecordSkipped> lost) {

  public OneByOneOpening {
    lost = List.copyOf(lost);
  }
}
