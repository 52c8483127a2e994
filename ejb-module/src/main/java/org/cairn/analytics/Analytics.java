package org.cairn.analytics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.cairn.access.Care;
import org.cairn.access.VisibleScope;
import org.cairn.analytics.AnalyticsQuery.Checked;
import org.cairn.analytics.ReportStore.Counted;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/**
 * Figures for staff: a teacher's over those it teaches, an administrator's over its school or
 * district. They are as of the feed's last reading, and of too few learners they tell nothing.
 *
 * <p>Each method throws {@code INVALID_REQUEST} naming the parameter, {@code CLASS_NOT_FOUND},
 * {@code ROLE_MISSING}.
 */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN})
public class Analytics {

  private static final int MINIMUM_GROUP = 5;

  @Inject private Care care;
  @Inject private ReportStore store;
  @Inject private Clock clock;

  /** How careers fare, by their ids. */
  public Figures<ChoiceFigures> careers(
      AnalyticsQuery query, @Nullable String cursor, @Nullable Integer limit) {
    String after = Cursor.key(cursor, "cursor");
    return figures(
        query,
        limit,
        (scope, asked, size) -> store.careers(scope, asked, after, size),
        ChoiceFigures::id,
        row -> ChoiceFigures.suppressed(row.id()));
  }

  /** How companions fare, by their ids. */
  public Figures<ChoiceFigures> companions(
      AnalyticsQuery query, @Nullable String cursor, @Nullable Integer limit) {
    String after = Cursor.key(cursor, "cursor");
    return figures(
        query,
        limit,
        (scope, asked, size) -> store.companions(scope, asked, after, size),
        ChoiceFigures::id,
        row -> ChoiceFigures.suppressed(row.id()));
  }

  /** How skills fare, by their ids. */
  public Figures<SkillFigures> skills(
      AnalyticsQuery query, @Nullable String cursor, @Nullable Integer limit) {
    String after = Cursor.key(cursor, "cursor");
    return figures(
        query,
        limit,
        (scope, asked, size) -> store.skills(scope, asked, after, size),
        SkillFigures::id,
        row -> SkillFigures.suppressed(row.id(), row.subject()));
  }

  /** How journeys fare, by the month in which they began. */
  public Figures<MonthFigures> journeys(
      AnalyticsQuery query, @Nullable String cursor, @Nullable Integer limit) {
    LocalDate after = month(Cursor.key(cursor, "cursor"));
    return figures(
        query,
        limit,
        (scope, asked, size) -> store.months(scope, asked, after, size),
        MonthFigures::month,
        row -> MonthFigures.suppressed(row.month()));
  }

  /** Reads rows of one kind. */
  @FunctionalInterface
  private interface Reading<T> {
    List<Counted<T>> read(VisibleScope scope, Checked query, int size);
  }

  private <T> Figures<T> figures(
      AnalyticsQuery query,
      @Nullable Integer limit,
      Reading<T> reading,
      Function<T, String> key,
      Function<T, T> suppressed) {
    Callers.current().require(Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN);
    int size = PageSize.of(limit);
    Checked asked = query.checked(clock);
    VisibleScope scope = asked.classId() == null ? care.reported() : care.ofClass(asked.classId());
    int minimum = store.minimum(scope).orElse(MINIMUM_GROUP);
    List<T> rows =
        reading.read(scope, asked, size + 1).stream()
            .map(each -> each.learners() < minimum ? suppressed.apply(each.row()) : each.row())
            .toList();
    Page<T> page = Page.of(rows, size, key);
    return new Figures<>(
        asked.from().toString(),
        asked.to().toString(),
        store.fedAt(scope).orElse(null),
        minimum,
        page.items(),
        page.next());
  }

  private static LocalDate month(@Nullable String key) {
    if (key == null) {
      return LocalDate.EPOCH;
    }
    return AnalyticsQuery.month(key).orElseThrow(() -> Cursor.invalid("cursor")).atDay(1);
  }
}
