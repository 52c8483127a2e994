package org.cairn.lessonplan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.access.Access;
import org.cairn.caller.Roles;
import org.cairn.jobs.RecordSkipped;
import org.cairn.shared.ProblemException;
import org.cairn.shared.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Makes the plans of completed journeys that nobody has asked for yet, for the nightly job. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class LessonPlanMaking {

  private static final Logger LOG = Logger.getLogger(LessonPlanMaking.class.getName());

  /** A plan that is to be made. */
  public record Wanted(UUID learner, UUID journey) {

    /** Reads what {@link #key} has written. */
    public static Wanted of(String key) {
      String[] ids = key.split("/", -1);
      return new Wanted(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
    }

    /** Its place in the order in which plans are made. */
    public String key() {
      return learner + "/" + journey;
    }
  }

  @Inject private Access access;
  @Inject private PlanQueueStore queue;
  @Inject private PlanKeeping plans;

  /** How many there are to make. */
  public long total() {
    return queue.count();
  }

  /** Those after one, in order. */
  public List<Wanted> page(@Nullable String after, int limit) {
    return queue.page(after == null ? null : Wanted.of(after), limit);
  }

  /**
   * Makes one; again changes nothing.
   *
   * @throws RecordSkipped where nobody can be told of the journey any more, or its page cannot be
   *     printed; the others are made all the same
   */
  public void make(Wanted wanted) {
    try {
      plans.find(access.visible(wanted.learner().toString()), wanted.journey());
    } catch (ProblemException problem) {
      if (problem.problem().kind() == ProblemKind.UNAVAILABLE) {
        throw problem;
      }
      throw new RecordSkipped(wanted.key(), problem.problem().name());
    } catch (PlanPdf.Unprintable fault) {
      LOG.log(Level.WARNING, "A lesson plan cannot be printed", fault);
      throw new RecordSkipped(wanted.key(), "PLAN_UNPRINTABLE");
    }
  }
}
