package org.cairn.replay;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.gamification.RuleSets;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Ids;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a district's administrator does with the past: try a version of the rules, then apply it.
 */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class Replays {

  private static final String NOTHING = "Nothing was applied.";

  @Inject private ReplayStore store;
  @Inject private DifferenceStore differences;
  @Inject private RuleSets rules;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Begins a dry run, for the job to work on: what learners would have been paid until now by a
   * version of the rules.
   *
   * @throws ProblemException {@code RULES_NOT_FOUND}, {@code REPLAY_RUNNING}
   */
  public ReplayView dryRun(String version) {
    rules.find(version);
    if (store.lockAndSeeOneApplying()) {
      throw ReplayProblem.REPLAY_RUNNING.with("Nothing was begun: what it finds would be mixed.");
    }
    UUID id = Ids.next();
    store.add(id, version, Callers.current().subject(), clock.instant());
    audit.record(AuditAction.RULES_TRIED, AuditTarget.of("replay", id), Map.of("rules", version));
    return find(id);
  }

  /**
   * Has a dry run applied by the job. Again for the same one changes nothing.
   *
   * @param replayId of the dry run
   * @throws ProblemException {@code REPLAY_NOT_FOUND}, {@code REPLAY_UNFINISHED}, {@code
   *     REPLAY_STALE}, {@code REPLAY_RUNNING}, {@code INVALID_REQUEST}
   */
  public ReplayView apply(String version, @Nullable String replayId) {
    UUID id = idOf(replayId);
    boolean oneApplying = store.lockAndSeeOneApplying();
    ReplayView replay = find(id);
    if (!replay.version().equals(version)) {
      throw notFound();
    }
    return switch (replay.state()) {
      case APPLYING, APPLIED -> replay;
      case COMPUTING, FAILED ->
          throw ReplayProblem.REPLAY_UNFINISHED.with(NOTHING + " It is " + replay.state() + ".");
      case READY -> begin(replay, oneApplying);
    };
  }

  private ReplayView begin(ReplayView replay, boolean oneApplying) {
    if (oneApplying) {
      throw ReplayProblem.REPLAY_RUNNING.with(NOTHING);
    }
    if (replay.stale()) {
      throw ReplayProblem.REPLAY_STALE.with(NOTHING + " Make another dry run.");
    }
    Instant now = clock.instant();
    store.applying(replay.id(), Callers.current().subject(), now);
    rules.replay(replay.id(), replay.version(), replay.before());
    audit.record(
        AuditAction.RULES_REPLAYED,
        AuditTarget.of("replay", replay.id()),
        Map.of("rules", replay.version(), "learners", Long.toString(replay.changed())));
    return find(replay.id());
  }

  /**
   * Replays, the newest first.
   *
   * @throws ProblemException {@code INVALID_REQUEST}
   */
  public Page<ReplayView> page(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    List<ReplayView> found = store.page(Cursor.id(cursor, "cursor"), size + 1);
    return Page.of(found, size, replay -> replay.id().toString());
  }

  /**
   * One replay.
   *
   * @throws ProblemException {@code REPLAY_NOT_FOUND}
   */
  public ReplayView find(UUID id) {
    return store.find(id).orElseThrow(Replays::notFound);
  }

  /**
   * For whom lifetime XP, balance or rows are other, by the learners' ids.
   *
   * @throws ProblemException {@code REPLAY_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<ReplayView.Difference> differences(
      UUID id, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    find(id);
    audit.recordList();
    List<ReplayView.Difference> found = differences.page(id, Cursor.id(cursor, "cursor"), size + 1);
    return Page.of(found, size, difference -> difference.learnerId().toString());
  }

  /**
   * Writes down that all differences leave the house.
   *
   * @throws ProblemException {@code REPLAY_NOT_FOUND}
   */
  public void export(UUID id) {
    find(id);
    audit.record(AuditAction.DATA_EXPORTED, AuditTarget.of("replay", id));
  }

  private static UUID idOf(@Nullable String replayId) {
    try {
      return UUID.fromString(replayId == null ? "" : replayId);
    } catch (IllegalArgumentException e) {
      throw CommonProblem.INVALID_REQUEST.with(
          NOTHING, new FieldError("/replayId", "the id of a dry run of this version"));
    }
  }

  private static ProblemException notFound() {
    return ReplayProblem.REPLAY_NOT_FOUND.with("Take replays from GET /api/v1/admin/replays.");
  }
}
