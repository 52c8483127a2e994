package org.cairn.soak;

import java.util.List;

/** Work for the jobs of figures, and what they make of it. */
final class FigureSeeds {

  /**
   * Logs of a journey's start and three answers. Every third is of a month that takes in events no
   * more: what is added to its sums twice is seen.
   */
  static final List<String> LOGS =
      JobSeeds.with(
          """
          insert into learning_event (tenant_id, learner_id, position, event_id, name, payload,
            occurred_at, effective_at, recorded_at, trust)
          select '@tenant', md5('learner-' || i)::uuid, p,
            case when p = 1 then 'journey/' || id || '/started' else 'answer-' || p end,
            case when p = 1 then 'journey.started' else 'question.answered' end,
            jsonb_build_object('journeyId', id, 'gradeLevel', '04', 'career', 'chef',
              'companion', 'spark', 'container', 'LEARN', 'subject', 'Math', 'skillId', 'skill',
              'timeSpent', p, 'correct', p % 2 = 0, 'try', 1 + p % 2),
            at, at, at, 'SERVER'
          from generate_series(1, @n) i cross join generate_series(1, 4) p
          cross join lateral (select md5('journey-' || i)::uuid as id,
            case when i % 3 = 0 then '2020-03-01' else date_trunc('month', now()) end as at) j
          """,
          """
          insert into learner_log (tenant_id, learner_id, last_position)
          select '@tenant', md5('learner-' || i)::uuid, 4 from generate_series(1, @n) i
          """);

  static final String FED =
      "select count(*), @n from analytics_cursor where tenant_id = '@tenant' and position = 4";

  static final String FIGURES =
      """
      select concat_ws(' ',
        (select count(*) || ' ' || md5(string_agg(concat_ws(',', learner_id, position, month,
           started, attempted, first_tries, first_right, seconds), ';'
           order by learner_id, position))
         from analytics_event where tenant_id = '@tenant'),
        (select count(*) || ' ' || md5(string_agg(concat_ws(',', learner_id, month, skill_id,
           started, attempted, first_tries, first_right, seconds), ';'
           order by learner_id, month, skill_id))
         from analytics_month where tenant_id = '@tenant'))
      """;

  /** Three events of each learner, in months of long ago. */
  static final List<String> OLD_FIGURES =
      List.of(
          """
          insert into analytics_event (tenant_id, month, learner_id, position, at, cohort, grade,
            career, companion, container, subject, skill_id, started, completed, journey_score,
            seconds, attempted, first_tries, first_right, lessons, lesson_score, mastered,
            containers)
          select '@tenant', month, md5('learner-' || i)::uuid, ago, month, month, '04', 'chef',
            'spark', 'LEARN', 'Math', 'skill-' || i % 5, 0, 0, 0, i % 60, 1, i % 2, i % 2, 0, 0, 0,
            0
          from generate_series(1, @n) i cross join generate_series(5, 7) ago
          cross join lateral (select (date_trunc('month', now())
            - make_interval(months => ago))::date as month) m
          """);

  /** Pseudonyms are made with each district's own salt, so that of parts the lines are counted. */
  static final String CLOSED =
      """
      select concat_ws(' ',
        (select count(*) || ' ' || md5(string_agg(concat_ws(',', month, parts, archived_rows,
           rolled_at is null, archived_at is null, salt is null), ';' order by month))
         from analytics_closing where tenant_id = '@tenant'),
        (select md5(string_agg(concat_ws(',', month, part, lines), ';' order by month, part))
         from analytics_part where tenant_id = '@tenant'),
        (select count(*) || ' ' || md5(string_agg(concat_ws(',', learner_id, month, skill_id,
           attempted, first_right, seconds), ';' order by learner_id, month, skill_id))
         from analytics_month where tenant_id = '@tenant'))
      """;

  /** Months of long ago that all districts have archived. */
  static final List<String> OLD_PARTITIONS =
      List.of(
          "select set_config('cairn.tenant', 'shared', false)",
          """
          select make_analytics_partition(('2000-01-01'::date + make_interval(months => i))::date)
          from generate_series(0, @n - 1) i
          """,
          """
          insert into analytics_closing (tenant_id, month, closed_at, rolled_at, archived_at)
          select t.id, ('2000-01-01'::date + make_interval(months => i))::date, '2020-01-01',
            '2020-01-01', '2020-01-01'
          from tenant t cross join generate_series(0, @n - 1) i
          where t.id <> 'shared'
          on conflict do nothing
          """);

  /** Each is detached first, and dropped when all are. */
  static final String DROPPED =
      """
      select 2 * @n - count(*) - count(*) filter (where attached), 2 * @n
      from analytics_partitions() where month < '2010-01-01'
      """;

  static final String PARTITIONS =
      "select count(*) || ' ' || count(*) filter (where attached) from analytics_partitions()";

  private FigureSeeds() {}
}
