package org.cairn.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.GradeBand;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.digest.DigestRules.Week;

/** Reads what a guardian's children did, and where to send it. */
@Singleton
class ChildWeekStore {

  private static final SqlText READER =
      SqlText.of(
          """
          select p.email, coalesce(w.language, :language) as language from person p
          left join digest_preference w on w.tenant_id = :tenant and w.guardian_id = p.id
          where p.tenant_id = :tenant and p.id = :guardian and coalesce(p.email, '') <> ''
            and coalesce(w.wanted, true)
          """);

  /** Days of XP are the school's: one more on both sides, so that their times can decide. */
  private static final SqlText CHILDREN =
      SqlText.of(
          """
          select p.id, coalesce(p.preferred_given_name, p.given_name) as given_name, p.grade,
            (select count(*) from journey_begun j where j.tenant_id = :tenant
              and j.learner_id = p.id and j.started_at >= :from and j.started_at < :until) as begun,
            (select count(*) from journey_begun j where j.tenant_id = :tenant
              and j.learner_id = p.id and j.completed_at >= :from and j.completed_at < :until)
              as completed,
            (select count(*) from lesson_done l where l.tenant_id = :tenant
              and l.learner_id = p.id and l.completed_at >= :from and l.completed_at < :until)
              as lessons,
            (select count(*) from mastered_skill m where m.tenant_id = :tenant
              and m.learner_id = p.id and m.completed_at >= :from and m.completed_at < :until)
              as skills,
            (select coalesce(sum(x.amount), 0) from xp_gained x where x.tenant_id = :tenant
              and x.learner_id = p.id and x.day between :firstDay and :lastDay
              and x.occurred_at >= :from and x.occurred_at < :until) as xp,
            (select s.streak from learner_score s where s.tenant_id = :tenant
              and s.learner_id = p.id and s.streak_until > :until) as streak,
            array(select a.achievement from achievement_gained a where a.tenant_id = :tenant
              and a.learner_id = p.id and a.unlocked_at >= :from and a.unlocked_at < :until
              order by a.unlocked_at, a.achievement) as achievements
          from guards g
          join person p on p.tenant_id = :tenant and p.id = g.learner_id
          where g.tenant_id = :tenant and g.viewer_id = :guardian
          order by given_name, p.id
          """);

  private final TenantSql sql;

  @Inject
  ChildWeekStore(TenantSql sql) {
    this.sql = sql;
  }

  /** Whom a digest is for. */
  record Reader(String address, String language) {}

  /** Where to send it, unless there is no address any more, or no wish for it. */
  Optional<Reader> reader(UUID guardian) {
    return sql.with(READER)
        .set("guardian", guardian)
        .set("language", LetterText.DEFAULT)
        .first(row -> new Reader(row.getString("email"), row.getString("language")));
  }

  /**
   * The children whom the guardian may see at this moment.
   *
   * @param names of achievements, by their keys
   */
  List<ChildWeek> children(UUID guardian, Week week, Map<String, String> names) {
    return sql.with(CHILDREN)
        .set("guardian", guardian)
        .set("from", week.from())
        .set("until", week.until())
        .set("firstDay", dayOf(week.from()).minusDays(1))
        .set("lastDay", dayOf(week.until()).plusDays(1))
        .list(row -> child(row, names));
  }

  private static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static ChildWeek child(ResultSet row, Map<String, String> names) throws SQLException {
    boolean showsXp = GradeBand.of(row.getString("grade")) != GradeBand.K2;
    return new ChildWeek(
        SqlCall.uuid(row, "id"),
        row.getString("given_name"),
        row.getLong("begun"),
        row.getLong("completed"),
        row.getLong("lessons"),
        row.getLong("skills"),
        showsXp ? row.getLong("xp") : null,
        row.getLong("streak"),
        texts(row.getArray("achievements")).stream()
            .map(key -> names.getOrDefault(key, key))
            .toList());
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
