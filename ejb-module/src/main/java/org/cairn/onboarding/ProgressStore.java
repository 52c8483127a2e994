package org.cairn.onboarding;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.events.Consequence;
import org.jspecify.annotations.Nullable;

/** Learners' progress on tracks: one statement to read it, one to write a difference. */
@Singleton
class ProgressStore {

  private static final SqlText STANDINGS =
      SqlText.of(
          """
          select p.track_key, p.track_version, p.progress, p.xp_earned, p.started_at,
            p.completed_at, e.step_key, e.event_id, e.effective_at, e.verified
          from onboarding_progress p
          left join onboarding_evidence e on e.tenant_id = :tenant
            and e.learner_id = :learner and e.track_key = p.track_key
          where p.tenant_id = :tenant and p.learner_id = :learner
            and (:anyTrack or p.track_key = any(:tracks::text[]))
          """);

  private static final SqlText WRITE =
      SqlText.of(
          """
          with evidence as (
            insert into onboarding_evidence (tenant_id, learner_id, track_key, step_key, event_id,
              effective_at, verified)
            select :tenant, :learner, e.* from unnest(:evidenceTracks::text[],
              :evidenceSteps::text[], :evidenceEvents::text[], :evidenceTimes::timestamptz[],
              :evidenceVerified::boolean[]) e
            on conflict do nothing
          ), completions as (
            insert into onboarding_step_completion (tenant_id, learner_id, track_key, step_key,
              position, status, xp_earned, completed_at, event_id)
            select :tenant, :learner, c.track_key, c.step_key, :position, c.status, c.xp,
              c.completed_at, c.event_id
            from unnest(:stepTracks::text[], :stepKeys::text[], :stepStatuses::text[],
              :stepXp::integer[], :stepTimes::timestamptz[], :stepEvents::text[])
              c (track_key, step_key, status, xp, completed_at, event_id)
          )
          insert into onboarding_progress (tenant_id, learner_id, track_key, track_version,
            progress, xp_earned, started_at, completed_at, completed_by)
          select :tenant, :learner, p.* from unnest(:tracks::text[], :versions::integer[],
            :progresses::integer[], :xp::integer[], :starts::timestamptz[],
            :ends::timestamptz[], :completedBy::text[]) p
          on conflict (tenant_id, learner_id, track_key) do update set
            progress = excluded.progress, xp_earned = excluded.xp_earned,
            started_at = excluded.started_at, completed_at = excluded.completed_at,
            completed_by = excluded.completed_by
          """);

  private static final SqlText CAUSED_BY =
      SqlText.of(
          """
          select event_id, 'STEP_COMPLETED' as kind, track_key || '/' || step_key as key
          from onboarding_step_completion
          where tenant_id = :tenant and learner_id = :learner and status = 'COMPLETED'
            and event_id = any(:events::text[])
          union all
          select completed_by, 'TRACK_COMPLETED', track_key from onboarding_progress
          where tenant_id = :tenant and learner_id = :learner
            and completed_by = any(:events::text[])
          order by kind, key
          """);

  private final TenantSql sql;

  @Inject
  ProgressStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Where a learner stands on those of the tracks that have begun. */
  Map<String, Standing> standings(ActingLearner learner, Collection<String> tracks) {
    return standings(learner.id(), false, tracks);
  }

  /** Where a learner stands on every track that has begun. */
  Map<String, Standing> standings(VisibleLearner learner) {
    return standings(learner.id(), true, List.of());
  }

  private Map<String, Standing> standings(UUID learner, boolean any, Collection<String> tracks) {
    Map<String, Standing> standings = new HashMap<>();
    sql.with(STANDINGS)
        .set("learner", learner)
        .set("anyTrack", any)
        .set("tracks", tracks)
        .list(
            row -> {
              Evidence found = evidence(row);
              Standing standing = standings.get(row.getString("track_key"));
              standing = standing == null ? standing(row) : standing;
              return standings.put(
                  row.getString("track_key"), found == null ? standing : standing.with(found));
            });
    return standings;
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getInt("track_version"),
        row.getInt("progress"),
        row.getInt("xp_earned"),
        SqlCall.instant(row, "started_at"),
        SqlCall.instantOrNull(row, "completed_at"),
        List.of());
  }

  private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
    String step = row.getString("step_key");
    return step == null
        ? null
        : new Evidence(
            step,
            row.getString("event_id"),
            SqlCall.instant(row, "effective_at"),
            row.getBoolean("verified"));
  }

  /**
   * Stores the differences.
   *
   * @param position of the last event of the request
   */
  void write(ActingLearner learner, long position, List<Advance> advances) {
    List<EvidenceRow> evidence = new ArrayList<>();
    List<StepRow> steps = new ArrayList<>();
    for (Advance advance : advances) {
      String track = advance.track().key();
      advance.newEvidence().forEach(found -> evidence.add(new EvidenceRow(track, found)));
      Set<String> changed = advance.changedSteps();
      for (Step step : advance.track().steps()) {
        if (changed.contains(step.key())) {
          steps.add(new StepRow(track, step, advance.after().completions().get(step.key())));
        }
      }
    }
    SqlCall call = sql.with(WRITE).set("learner", learner.id()).set("position", position);
    setEvidence(call, evidence);
    setSteps(call, steps);
    setTracks(call, advances);
    call.update();
  }

  private static void setEvidence(SqlCall call, List<EvidenceRow> rows) {
    call.setEach("evidenceTracks", rows, EvidenceRow::track)
        .setEach("evidenceSteps", rows, row -> row.evidence().stepKey())
        .setEach("evidenceEvents", rows, row -> row.evidence().eventId())
        .setEach("evidenceTimes", rows, row -> row.evidence().effectiveAt())
        .setEach("evidenceVerified", rows, row -> row.evidence().verified());
  }

  private static void setSteps(SqlCall call, List<StepRow> rows) {
    call.setEach("stepTracks", rows, StepRow::track)
        .setEach("stepKeys", rows, row -> row.step().key())
        .setEach("stepStatuses", rows, row -> row.by() == null ? "AVAILABLE" : "COMPLETED")
        .setEach("stepXp", rows, row -> row.by() == null ? 0 : row.step().xpReward())
        .setEach("stepTimes", rows, row -> row.by() == null ? null : row.by().effectiveAt())
        .setEach("stepEvents", rows, row -> row.by() == null ? null : row.by().eventId());
  }

  private static void setTracks(SqlCall call, List<Advance> advances) {
    call.setEach("tracks", advances, a -> a.track().key())
        .setEach("versions", advances, a -> a.track().version())
        .setEach("progresses", advances, a -> a.after().progress())
        .setEach("xp", advances, a -> a.after().xpEarned())
        .setEach("starts", advances, a -> a.after().startedAt())
        .setEach("ends", advances, a -> completedAt(a.after()))
        .setEach("completedBy", advances, a -> completedBy(a.after()));
  }

  /** The steps and tracks that these events have completed. */
  List<Consequence> causedBy(ActingLearner learner, List<String> events) {
    return sql.with(CAUSED_BY)
        .set("learner", learner.id())
        .set("events", events)
        .list(
            row ->
                new Consequence(
                    row.getString("event_id"), row.getString("kind"), row.getString("key"), null));
  }

  private record EvidenceRow(String track, Evidence evidence) {}

  private record StepRow(String track, Step step, @Nullable Evidence by) {}

  private static @Nullable Object completedAt(TrackState state) {
    return state.completedBy() == null ? null : state.completedBy().effectiveAt();
  }

  private static @Nullable Object completedBy(TrackState state) {
    return state.completedBy() == null ? null : state.completedBy().eventId();
  }
}
