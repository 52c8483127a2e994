package org.cairn.soak;

import java.util.List;

/** Work for jobs of the night on what is kept and archived, and what they make of it. */
final class NightSeeds {

  /** States of events that are not in the log; every third has no event and is right in that. */
  static final List<String> SNAPSHOTS =
      JobSeeds.with(
          """
          insert into progress_state (tenant_id, learner_id, events, last_position, latest_at,
            latest_event_id, streak_length, streak_best, calendar_id, last_updated)
          select '@tenant', md5('learner-' || i)::uuid, i % 3, 0, '2026-01-01',
            md5('event-' || i)::uuid::text, 0, i % 2, md5('calendar')::uuid::text, '2026-01-01'
          from generate_series(1, @n) i
          """);

  static final String PROGRESS_FINDINGS =
      """
      select count(*) || ' ' || md5(string_agg(
        concat_ws(',', learner_id, code, differences, gone_at is null), ';'
        order by learner_id, code))
      from progress_finding where tenant_id = '@tenant'
      """;

  /** Parts as they stand in the manifest: of the same profiles, so of the same bytes. */
  static final String BACKUP =
      """
      select concat_ws(' ', number, after, until, profiles, ledger_rows, size, sha256)
      from profile_backup_part where tenant_id = '@tenant' and backup_id = '@run' order by number
      """;

  /** What a restore brings back: all of every second learner, the row alone of every fifth. */
  static final List<String> LOSS =
      List.of(
          """
          delete from xp_transaction where tenant_id = '@tenant' and learner_id in (
            select md5('learner-' || i)::uuid from generate_series(1, @n) i
            where i % 2 = 0 or i % 5 = 0)
          """,
          """
          delete from game_profile where tenant_id = '@tenant' and learner_id in (
            select md5('learner-' || i)::uuid from generate_series(1, @n) i where i % 2 = 0)
          """);

  static final String RESTORED =
      """
      select concat_ws(' ', state, restored, whole, kept, absent, ledger_rows, differing,
        (select count(*) || ' ' || md5(string_agg(
           concat_ws(',', learner_id, lifetime_xp, balance, transactions), ';'
           order by learner_id))
         from game_profile p where p.tenant_id = r.tenant_id),
        (select count(*) || ' ' || md5(string_agg(
           concat_ws(',', id, learner_id, number, source, amount, balance_after), ';' order by id))
         from xp_transaction x where x.tenant_id = r.tenant_id))
      from profile_restore r where tenant_id = '@tenant' and id = '@run'
      """;

  private static final String JOURNEYS =
      """
      insert into learning_journey (tenant_id, learner_id, grade, school_year, career, companion,
        journeys_started, journeys_completed, skills_of_grade, started_at, last_at)
      select '@tenant', md5('learner-' || i)::uuid, '04', 2024, 'chef', 'spark', 1, 1, 10,
        '2024-03-04', '2024-03-05'
      from generate_series(1, @n) i
      """;

  private static final String JOURNEY =
      """
      insert into journey (tenant_id, learner_id, id, grade, school_year, career, companion,
        started_at, completed_at)
      select '@tenant', md5('learner-' || i)::uuid, md5('journey-' || i)::uuid, '04', 2024, 'chef',
        'spark', '2024-03-04', '2024-03-05'
      from generate_series(1, @n) i
      """;

  private static final String LESSONS =
      """
      insert into container_session (tenant_id, learner_id, id, journey_id, container, subject,
        skill_id, question_ids, question_versions, question_shared, expected_time, started_at,
        answered, attempted, correct, score, time_spent, attempts, completed_at, completed_by)
      select '@tenant', md5('learner-' || i)::uuid, md5('lesson-' || i)::uuid,
        md5('journey-' || i)::uuid, 'LEARN', 'Math', 'math-multiply-divide',
        '{q1,q2,q3,q4,q5}', '{1,1,1,1,1}', '{t,t,t,t,t}', 300, '2024-03-04', 5, 5, 4, 80, 60, 5,
        '2024-03-05', 'event'
      from generate_series(1, @n) i
      """;

  /** Journeys of two school years ago, of a lesson and five answers. */
  static final List<String> OLD_JOURNEYS =
      JobSeeds.with(
          JOURNEYS,
          JOURNEY,
          LESSONS,
          """
          insert into question_attempt (tenant_id, learner_id, event_id, journey_id, session_id,
            question_id, school_year, subject, skill_id, question_type, answer, verified, correct,
            key_version, grade, school_day, time_spent, hints_used, effective_at)
          select '@tenant', md5('learner-' || i)::uuid, 'answer-' || q, md5('journey-' || i)::uuid,
            md5('lesson-' || i)::uuid, 'q' || q, 2024, 'Math', 'math-multiply-divide', 'practice',
            '{a}', true, q < 5, 1, '04', '2024-03-04', 12, 0, '2024-03-04'
          from generate_series(1, @n) i cross join generate_series(1, 5) q
          """);

  /** Of each journey the same object as in the other district, and stubs in its place. */
  static final String STUBS =
      """
      select concat_ws(' ', count(*), count(j.archived_at), count(distinct j.archive_id),
        md5(string_agg(j.archive_sha256, ';' order by j.learner_id)),
        sum(s.asked), sum(cardinality(s.question_ids)),
        (select count(*) from question_attempt a where a.tenant_id = '@tenant'))
      from journey j
      join container_session s on s.tenant_id = j.tenant_id and s.learner_id = j.learner_id
        and s.journey_id = j.id
      where j.tenant_id = '@tenant'
      """;

  static final List<String> WANTED_PLANS =
      JobSeeds.with(
          JOURNEYS,
          JOURNEY,
          LESSONS,
          """
          insert into lesson_plan (tenant_id, learner_id, journey_id, asked_at)
          select '@tenant', md5('learner-' || i)::uuid, md5('journey-' || i)::uuid, '2024-03-05'
          from generate_series(1, @n) i
          """);

  static final String PLANS =
      """
      select concat_ws(' ', count(*), count(made_at),
        md5(string_agg(made_of, ';' order by learner_id)))
      from lesson_plan where tenant_id = '@tenant'
      """;

  /** In three categories, of which every tenth row is not over. */
  static final List<String> OVER =
      JobSeeds.with(
          """
          insert into pairing_code (tenant_id, code_hash, learner_id, issued_by, issued_at,
            expires_at)
          select '@tenant', 'code-' || i, md5('learner-' || i)::uuid, 'test', '2023-12-25',
            case when i % 10 > 0 then '2024-01-01'::timestamptz else '2099-01-01' end
          from generate_series(1, @n) i
          """,
          """
          insert into ledger_finding (tenant_id, learner_id, code, profile, ledger, found_at,
            seen_in, gone_at)
          select '@tenant', md5('learner-' || i)::uuid, 'BALANCE', 1, 2, '2024-01-01',
            md5('run')::uuid, case when i % 10 > 0 then '2024-01-02'::timestamptz end
          from generate_series(1, @n) i
          """,
          """
          insert into progress_finding (tenant_id, learner_id, code, differences, found_at, seen_in,
            gone_at)
          select '@tenant', md5('learner-' || i)::uuid, 'EVENTS', 1, '2024-01-01',
            md5('run')::uuid, case when i % 10 > 0 then '2024-01-02'::timestamptz end
          from generate_series(1, @n) i
          """);

  static final String LEFT =
      """
      select concat_ws(' ',
        (select count(*) || ' ' || md5(string_agg(code_hash, ';' order by code_hash))
         from pairing_code where tenant_id = '@tenant'),
        (select count(*) || ' ' || md5(string_agg(learner_id::text, ';' order by learner_id))
         from ledger_finding where tenant_id = '@tenant'),
        (select count(*) || ' ' || md5(string_agg(learner_id::text, ';' order by learner_id))
         from progress_finding where tenant_id = '@tenant'))
      """;

  /** A row for each object that stays; see {@link OldObjects}. */
  static final List<String> CONTENT =
      List.of(
          """
          insert into content_object (tenant_id, container, path, version, size, media_type,
            stored_at, stored_by)
          select '@tenant', 'audio-narration', 'lesson-' || i || '.mp3',
            encode(sha256(convert_to('kept', 'UTF8')), 'hex'), 0, 'audio/mpeg', '2024-01-01', 'test'
          from generate_series(1, @n) i
          """);

  /**
   * What a chunk that broke off had removed is not read again: how much the run has counted is no
   * part of the result.
   */
  static final String CLEANED =
      "select done, coalesce(total, 0) from job_run r where r.id = '@run'";

  static final String CONTENT_ROWS =
      "select count(*) from content_object where tenant_id = '@tenant'";

  /** Tracks that were judged when they had another number of retired steps. */
  static final List<String> STALE_TRACKS =
      JobSeeds.with(
          """
          insert into onboarding_progress (tenant_id, learner_id, track_key, track_version,
            progress, xp_earned, started_at, retired_steps)
          select '@tenant', md5('learner-' || i)::uuid, track_key, version, 0, 0, '2026-01-01', 99
          from generate_series(1, @n) i cross join (
            select track_key, version from onboarding_track
            where tenant_id = 'shared' and active order by track_key, version desc limit 1) t
          """);

  /** Each judged once, by one event of its log. */
  static final String JUDGED =
      """
      select concat_ws(' ', count(*), count(*) filter (where p.retired_steps = 99),
        count(distinct p.retired_steps), sum(l.last_position), max(l.last_position),
        (select count(*) || ' ' || md5(string_agg(concat_ws(',', learner_id, position, name), ';'
           order by learner_id, position))
         from learning_event e where e.tenant_id = '@tenant'))
      from onboarding_progress p
      left join learner_log l on l.tenant_id = p.tenant_id and l.learner_id = p.learner_id
      where p.tenant_id = '@tenant'
      """;

  private NightSeeds() {}
}
