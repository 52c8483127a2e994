package org.cairn.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Work for jobs, and what they make of it, as SQL. The same ids in every district. */
final class JobSeeds {

  private static final String LEARNERS =
      """
      insert into roster_user (tenant_id, id, sourced_id, status, enabled, given_name, family_name,
        grade)
      select '@tenant', md5('learner-' || i)::uuid, 'learner-' || i, 'active', true, 'A', 'Learner',
        '04'
      from generate_series(1, @n) i
      """;

  /** Every seventh profile differs from its ledger. */
  static final List<String> LEDGERS =
      with(
          """
          insert into game_profile (tenant_id, learner_id, lifetime_xp, balance, transactions)
          select '@tenant', md5('learner-' || i)::uuid, 10, case when i % 7 = 0 then 17 else 10 end, 1
          from generate_series(1, @n) i
          """,
          """
          insert into xp_transaction (tenant_id, id, learner_id, number, source, revision, type,
            category, reason, amount, balance_after, verified, rule_version, event_id, occurred_at,
            recorded_at)
          select '@tenant', md5('row-' || i)::uuid, md5('learner-' || i)::uuid, 1, 'answer', 0,
            'EARNED', 'LEARNING', 'ANSWER', 10, 10, true, 'shared-1', 'event', '2026-01-01',
            '2026-01-01'
          from generate_series(1, @n) i
          """);

  static final String FINDINGS =
      """
      select count(*) || ' ' || md5(string_agg(
        concat_ws(',', learner_id, code, profile, ledger, gone_at is null), ';'
        order by learner_id, code))
      from ledger_finding where tenant_id = '@tenant'
      """;

  private static final String BOARD_ENTRIES =
      """
      insert into leaderboard_entry (tenant_id, learner_id, listed, grade, xp, streak, streak_until)
      select '@tenant', md5('learner-' || i)::uuid, true, '04', i, 3,
        case when i % 5 = 0 then '2026-01-01'::timestamptz else '2099-01-01' end
      from generate_series(1, @n) i
      """;

  /** Every fifth streak has ended. */
  static final List<String> BOARDS = with(BOARD_ENTRIES);

  static final String STANDINGS =
      """
      select count(*) || ' ' || md5(string_agg(
        concat_ws(',', s.learner_id, s.xp, s.streak, e.streak), ';' order by s.learner_id))
      from leaderboard_standing s
      join leaderboard_entry e on e.tenant_id = s.tenant_id and e.learner_id = s.learner_id
      where s.tenant_id = '@tenant'
      """;

  /** Entries that say something else than the calendar. */
  static final List<String> STREAKS =
      with(
          BOARD_ENTRIES,
          "insert into game_calendar (tenant_id, id, zone, closed) values ('@tenant', 'c', 'UTC', '{}')",
          """
          insert into game_day (tenant_id, learner_id, day, counts, calendar_id, event_id,
            occurred_at, length, freezes, best)
          select '@tenant', md5('learner-' || i)::uuid, '2026-01-05', true, 'c', 'event',
            '2026-01-05', 1 + i % 9, i % 3, 9
          from generate_series(1, @n) i
          """);

  static final String ENTRIES =
      """
      select count(*) || ' ' || count(distinct streak_until) || ' ' || md5(string_agg(
        concat_ws(',', learner_id, streak, streak_until), ';' order by learner_id))
      from leaderboard_entry where tenant_id = '@tenant'
      """;

  /** A child for each guardian, who earned something in the last days; every tenth earned none. */
  static final List<String> GUARDIANS =
      with(
          """
          insert into roster_user (tenant_id, id, sourced_id, status, enabled, given_name,
            family_name, email)
          select '@tenant', md5('guardian-' || i)::uuid, 'guardian-' || i, 'active', true, 'A',
            'Guardian', case when i % 50 > 0 then 'g' || i || '@homes.example' end
          from generate_series(1, @n) i
          """,
          """
          insert into guardianship (tenant_id, guardian_id, learner_id, source, status, since)
          select '@tenant', md5('guardian-' || i)::uuid, md5('learner-' || i)::uuid, 'roster',
            'live', now()
          from generate_series(1, @n) i
          """,
          """
          insert into xp_earning (tenant_id, learner_id, source, kind, category, reason, basis, day,
            occurred_at, event_id, verified, rule_version, amount)
          select '@tenant', md5('learner-' || i)::uuid, 'answer', 'ANSWER', 'LEARNING', 'ANSWER', 1,
            day, day + interval '12 hours', 'event', true, 'shared-1', i
          from generate_series(1, @n) i
          cross join (select (now() at time zone 'UTC')::date - 2 as day) d
          where i % 10 > 0
          """,
          """
          insert into digest_settings (tenant_id, revision, enabled, weekday, hour, changed_by,
            changed_at)
          values ('@tenant', 1, true, extract(isodow from now() at time zone 'UTC'), 0, 'test',
            now())
          """);

  /** Of each kill one mail may be unclear: the promise is once at most. */
  static final String DIGESTS =
      """
      select concat_ws(' ', count(*), count(*) filter (where state in ('sent', 'unclear')),
        count(*) filter (where state = 'nothing'), count(*) filter (where state = 'no_address'),
        count(*) filter (where state = 'unclear') <= 1)
      from guardian_digest where tenant_id = '@tenant'
      """;

  static final List<String> AUDIT =
      List.of(
          """
          insert into audit_entry (tenant_id, id, at, actor, roles, action, operation, target_kind,
            target_id, outcome, detail)
          select '@tenant', md5('entry-' || i)::uuid, '2026-01-01'::timestamptz + i * interval '1 s',
            'actor', '{learner}', 'LEARNER_READ', 'test', 'learner', 'target-' || i, 'ALLOWED', '{}'
          from generate_series(1, @n) i
          """);

  static final String SEALED = "select count(*), @n from audit_seal where tenant_id = '@tenant'";

  /** Every entry once, without a gap, each made from the one before. */
  static final String SEALS =
      """
      select concat_ws(' ', count(*) filter (where e.actor = 'actor'), min(number), max(number) - count(*),
        count(distinct s.entry_id) - count(*), count(distinct s.hash) - count(*))
      from audit_seal s join audit_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
      where s.tenant_id = '@tenant'
      """;

  static final String VERIFIED =
      """
      select coalesce(max(position), 0), coalesce(max(seals), 0) from audit_verification
      where tenant_id = '@tenant'
      """;

  static final String VERIFICATIONS =
      """
      select string_agg(concat_ws(' ', state, seals >= @n, position = seals, findings), ';')
      from audit_verification where tenant_id = '@tenant'
      """;

  static final String IMPORT =
      """
      select concat_ws(' ', i.state, i.rows_total, i.rows_done,
        (select count(*) from roster_error e
         where e.tenant_id = i.tenant_id and e.import_id = i.id),
        (select md5(string_agg(to_jsonb(c)::text, ';' order by c.kind)) from (
           select kind, created, changed, deactivated from roster_import_count c
           where c.tenant_id = i.tenant_id and c.import_id = i.id) c))
      from roster_import i where i.tenant_id = '@tenant' order by i.id desc limit 1
      """;

  /** Learners with two logins, as they were paid. */
  static final List<String> LOGINS =
      List.of(
          LEARNERS + " on conflict do nothing",
          """
          insert into learner_log (tenant_id, learner_id, last_position)
          select '@tenant', md5('learner-' || i)::uuid, 2 from generate_series(1, @n) i
          on conflict do nothing
          """,
          """
          insert into game_calendar (tenant_id, id, zone, closed) values ('@tenant', 'c', 'UTC', '{}')
          on conflict do nothing
          """,
          """
          insert into game_day (tenant_id, learner_id, day, counts, calendar_id, event_id,
            occurred_at, length, freezes, best)
          select '@tenant', md5('learner-' || i)::uuid, '2026-01-05'::date + d, true, 'c',
            'event-' || d, '2026-01-05'::date + d, 1 + d, 2, 1 + d
          from generate_series(1, @n) i cross join generate_series(0, 1) d
          on conflict do nothing
          """,
          """
          insert into xp_earning (tenant_id, learner_id, source, kind, category, reason, basis, grade,
            day, occurred_at, event_id, verified, rule_version, amount)
          select '@tenant', md5('learner-' || i)::uuid, 'day/' || ('2026-01-05'::date + d) || '/login',
            'LOGIN', 'BONUS', 'DAILY_LOGIN', 1, '04', '2026-01-05'::date + d,
            '2026-01-05'::date + d, 'event-' || d, true, 'shared-1', 5
          from generate_series(1, @n) i cross join generate_series(0, 1) d
          on conflict do nothing
          """,
          """
          insert into xp_transaction (tenant_id, id, learner_id, number, source, revision, type,
            category, reason, amount, balance_after, verified, rule_version, event_id, occurred_at,
            recorded_at, kind, basis, grade, day, streak, owed)
          select '@tenant', md5('login-' || i || '-' || d)::uuid, md5('learner-' || i)::uuid, 1 + d,
            'day/' || ('2026-01-05'::date + d) || '/login', 0, 'EARNED', 'BONUS', 'DAILY_LOGIN', 5,
            5 + 5 * d, true, 'shared-1', 'event-' || d, '2026-01-05'::date + d, now(), 'LOGIN', 1,
            '04', '2026-01-05'::date + d, 0, 5
          from generate_series(1, @n) i cross join generate_series(0, 1) d
          on conflict do nothing
          """,
          """
          insert into game_profile (tenant_id, learner_id, lifetime_xp, balance, transactions)
          select '@tenant', md5('learner-' || i)::uuid, 10, 10, 2 from generate_series(1, @n) i
          on conflict do nothing
          """);

  private static final String LATEST_REPLAY =
      "(select id from rule_replay where tenant_id = '@tenant' order by id desc limit 1)";

  static final String DIFFERENCES =
      """
      select count(*) || ' ' || md5(string_agg(
        concat_ws(',', learner_id, cut, lifetime_after - lifetime_before, waived, changes), ';'
        order by learner_id))
      from rule_replay_difference where tenant_id = '@tenant' and replay_id = @latest
      """
          .replace("@latest", LATEST_REPLAY);

  /** As much as was found, to whom it was found, in as many rows; profiles are what ledgers say. */
  static final String CORRECTIONS =
      """
      select concat_ws(' ', count(*), count(d.applied_at),
        sum(abs(d.lifetime_after - d.lifetime_before)),
        count(*) filter (where p.lifetime_xp = d.lifetime_after and p.balance = d.balance_after),
        sum(x.rows), count(*) filter (where x.amount = d.lifetime_after - d.lifetime_before),
        count(*) filter (where p.balance = (select sum(amount) from xp_transaction a
          where a.tenant_id = d.tenant_id and a.learner_id = d.learner_id)))
      from rule_replay_difference d
      join game_profile p on p.tenant_id = d.tenant_id and p.learner_id = d.learner_id
      cross join lateral (select count(*) as rows, sum(amount) as amount from xp_transaction t
        where t.tenant_id = d.tenant_id and t.learner_id = d.learner_id
          and t.event_id = 'rule-replay/' || d.replay_id) x
      where d.tenant_id = '@tenant' and d.replay_id = @latest
      """
          .replace("@latest", LATEST_REPLAY);

  private JobSeeds() {}

  /** Learners, and more. */
  static List<String> with(String... more) {
    List<String> all = new ArrayList<>(List.of(LEARNERS));
    all.addAll(Arrays.asList(more));
    return List.copyOf(all);
  }
}
