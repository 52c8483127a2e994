package org.cairn.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.cairn.events.EventProblem;
import org.cairn.progress.ProgressStore.Point;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Keeps the histories of a learner's devices the same. */
@Stateless
@RolesAllowed(Roles.LEARNER)
public class ProgressSync {

  /** The most events of one request. */
  public static final int MOST_AT_A_TIME = 100;

  /** The most sync events of one learner. */
  static final int MOST_EVENTS = 10_000;

  @Inject private Access access;
  @Inject private ProgressStore store;
  @Inject private SyncPaging paging;
  @Inject private SyncIntake intake;

  /**
   * The calling learner's events that Cairn accepted after a cursor, with the snapshot where there
   * is no cursor or it is asked for. A cursor that is not known begins anew.
   *
   * @param since the cursor of an earlier answer
   * @param withSnapshot whether to tell the snapshot beside a cursor, too
   * @param limit 1 to 500, which is the default
   * @param known the entity tags of the answers that the device has
   * @throws ProblemException {@code INVALID_REQUEST} for a bad limit, {@code PERSON_UNKNOWN}
   */
  public SyncPage read(
      @Nullable String since, boolean withSnapshot, @Nullable Integer limit, Set<String> known) {
    int size = limit == null ? PageSize.MOST : PageSize.of(limit);
    VisibleLearner me = access.visible(Access.ME);
    Point point = store.point(me);
    String tag = paging.tag(me, point);
    return known.contains(tag)
        ? new SyncPage(tag, null)
        : new SyncPage(tag, paging.page(me, point, since, withSnapshot, size));
  }

  /**
   * Takes events of the calling learner, each by itself stored, known already, or refused.
   *
   * @param clientUpdatedAt the device's clock at the time of the request
   * @throws ProblemException {@code TOO_MANY_EVENTS}, {@code INVALID_REQUEST} for the device's
   *     clock, {@code LEARNER_ERASED}, {@code PERSON_UNKNOWN}; then nothing is stored
   */
  public SyncOutcome put(@Nullable String clientUpdatedAt, List<SyncDraft> events) {
    if (events.size() > MOST_AT_A_TIME) {
      throw EventProblem.TOO_MANY_EVENTS.with(
          "Nothing was recorded.",
          new FieldError("/events", "at most " + MOST_AT_A_TIME + " events"));
    }
    return intake.take(
        access.acting(),
        SyncRules.time(clientUpdatedAt)
            .orElseThrow(
                () ->
                    CommonProblem.INVALID_REQUEST.with(
                        "Nothing was recorded.", SyncRules.timeExpected("/clientUpdatedAt"))),
        events);
  }
}
