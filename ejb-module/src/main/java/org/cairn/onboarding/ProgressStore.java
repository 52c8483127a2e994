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
          select p.track_key, p.own, p.track_version, p.retired_steps, p.since_position, p.progress,
            p.xp_earned, p.started_at, p.completed_at, p.dismissed_at, e.kind, e.step_key,
            e.event_id, e.effective_at, e.verified, e.skill, e.branch
          from onboarding_progress p
          left join onboarding_evidence e on e.tenant_id = :tenant
            and e.learner_id = :learner and e.track_key = p.track_key
          where p.tenant_id = :tenant and p.learner_id = :learner
            and (:anyTrack or p.track_key = any(:tracks::text[]))
          """);

  private static final SqlText WRITE =
      SqlText.of(
          """
          with gone as (
            delete from onboarding_evidence e
            using unnest(:goneTracks::text[], :goneSteps::text[], :goneEvents::text[])
              g (track_key, step_key, event_id)
            where e.tenant_id = :tenant and e.learner_id = :learner and e.track_key = g.track_key
              and e.step_key = g.step_key and e.event_id = g.event_id
          ), evidence as (
            insert into onboarding_evidence (tenant_id, learner_id, track_key, kind, step_key,
              event_id, effective_at, verified, skill, branch)
            select :tenant, :learner, e.* from unnest(:evidenceTracks::text[],
              :evidenceKinds::text[], :evidenceSteps::text[], :evidenceEvents::text[],
              :evidenceTimes::timestamptz[], :evidenceVerified::boolean[],
              :evidenceSkills::text[], :evidenceBranches::text[]) e
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
          insert into onboarding_progress (tenant_id, learner_id, track_key, own, track_version,
            retired_steps, since_position, progress, xp_earned, started_at, completed_at,
            completed_by, dismissed_at)
          select :tenant, :learner, p.track_key, p.own, p.version, p.retired, :since, p.progress,
            p.xp, p.started_at, p.completed_at, p.completed_by, p.dismissed_at
          from unnest(:tracks::text[], :owns::boolean[], :versions::integer[], :retired::integer[],
            :progresses::integer[], :xp::integer[], :starts::timestamptz[], :ends::timestamptz[],
            :completedBy::text[], :dismissals::timestamptz[])
            p (track_key, own, version, retired, progress, xp, started_at, completed_at,
              completed_by, dismissed_at)
          on conflict (tenant_id, learner_id, track_key) do update set
            own = excluded.own, track_version = excluded.track_version,
            retired_steps = excluded.retired_steps, progress = excluded.progress,
            xp_earned = excluded.xp_earned, started_at = excluded.started_at,
            completed_at = excluded.completed_at, completed_by = excluded.completed_by,
            dismissed_at = excluded.dismissed_at
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
        row.getBoolean("own"),
        row.getInt("track_version"),
        row.getInt("retired_steps"),
        row.getLong("since_position"),
        row.getInt("progress"),
        row.getInt("xp_earned"),
        SqlCall.instantOrNull(row, "started_at"),
        SqlCall.instantOrNull(row, "completed_at"),
        SqlCall.instantOrNull(row, "dismissed_at"),
        List.of());
  }

  private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return kind == null
        ? null
        : new Evidence(
            Evidence.Kind.valueOf(kind),
            row.getString("step_key"),
            row.getString("event_id"),
            SqlCall.instant(row, "effective_at"),
            row.getBoolean("verified"),
            row.getString("skill"),
            row.getString("branch"));
  }

  /**
   * Stores the differences.
   *
   * @param since the position of the first event of the request
   * @param position that of its last one
   */
  void write(ActingLearner learner, long since, long position, List<Advance> advances) {
    List<EvidenceRow> added = new ArrayList<>();
    List<EvidenceRow> gone = new ArrayList<>();
    List<StepRow> steps = new ArrayList<>();
    for (Advance advance : advances) {
      String track = advance.track().key();
      advance.added().forEach(found -> added.add(new EvidenceRow(track, found)));
      advance.dropped().forEach(found -> gone.add(new EvidenceRow(track, found)));
      Set<String> changed = advance.changedSteps();
      for (Step step : advance.track().steps()) {
        if (changed.contains(step.key())) {
          steps.add(new StepRow(track, step, advance.after().step(step.key())));
        }
      }
    }
    SqlCall call =
        sql.with(WRITE)
            .set("learner", learner.id())
            .set("since", since)
            .set("position", position)
            .setEach("goneTracks", gone, EvidenceRow::track)
            .setEach("goneSteps", gone, row -> row.evidence().stepKey())
            .setEach("goneEvents", gone, row -> row.evidence().eventId());
    setEvidence(call, added);
    setSteps(call, steps);
    setTracks(call, advances);
    call.update();
  }

  private static void setEvidence(SqlCall call, List<EvidenceRow> rows) {
    call.setEach("evidenceTracks", rows, EvidenceRow::track)
        .setEach("evidenceKinds", rows, row -> row.evidence().kind())
        .setEach("evidenceSteps", rows, row -> row.evidence().stepKey())
        .setEach("evidenceEvents", rows, row -> row.evidence().eventId())
        .setEach("evidenceTimes", rows, row -> row.evidence().effectiveAt())
        .setEach("evidenceVerified", rows, row -> row.evidence().verified())
        .setEach("evidenceSkills", rows, row -> row.evidence().skill())
        .setEach("evidenceBranches", rows, row -> row.evidence().branch());
  }

  private static void setSteps(SqlCall call, List<StepRow> rows) {
    call.setEach("stepTracks", rows, StepRow::track)
        .setEach("stepKeys", rows, row -> row.step().key())
        .setEach("stepStatuses", rows, row -> row.state().status())
        .setEach("stepXp", rows, StepRow::xp)
        .setEach("stepTimes", rows, row -> at(row.state().by()))
        .setEach("stepEvents", rows, row -> id(row.state().by()));
  }

  private static void setTracks(SqlCall call, List<Advance> advances) {
    call.setEach("tracks", advances, a -> a.track().key())
        .setEach("owns", advances, a -> a.track().own())
        .setEach("versions", advances, a -> a.track().version())
        .setEach("retired", advances, a -> a.track().retiredSteps())
        .setEach("progresses", advances, a -> a.after().progress())
        .setEach("xp", advances, a -> a.after().xpEarned())
        .setEach("starts", advances, a -> a.after().startedAt())
        .setEach("ends", advances, a -> at(a.after().completedBy()))
        .setEach("completedBy", advances, a -> id(a.after().completedBy()))
        .setEach("dismissals", advances, a -> a.after().dismissedAt());
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

  private record StepRow(String track, Step step, StepState state) {

    int xp() {
      return state.completedBy() == null ? 0 : step.xpReward();
    }
  }

  private static @Nullable Object at(@Nullable Evidence by) {
    return by == null ? null : by.effectiveAt();
  }

  private static @Nullable Object id(@Nullable Evidence by) {
    return by == null ? null : by.eventId();
  }
}
