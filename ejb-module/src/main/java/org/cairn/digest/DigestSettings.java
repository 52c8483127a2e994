package org.cairn.digest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** When a district's guardians are mailed their digest, and what became of it. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class DigestSettings {

  private static final int LAST_HOUR = 23;

  @Inject private DigestSettingsStore store;
  @Inject private DigestWeekStore weeks;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /**
   * Settings as they are to be. What is absent is as it is without any settings.
   *
   * @param weekday {@code MONDAY} to {@code SUNDAY}
   * @param hour 0 to 23, by the district's clock
   */
  public record Change(
      @Nullable Boolean enabled, @Nullable String weekday, @Nullable Integer hour) {}

  /** What holds now. */
  public DigestSettingsView find() {
    return store.find();
  }

  /**
   * Has other settings hold, from the next mail on; a week that was planned stays so.
   *
   * @param revision which the change is based on
   * @throws ProblemException {@code INVALID_REQUEST}, {@code DIGEST_SETTINGS_STALE}
   */
  public DigestSettingsView change(long revision, Change change) {
    DigestSettingsView before = store.find();
    if (revision != before.revision()) {
      throw stale();
    }
    DigestSettingsView wanted = checked(before.revision(), change);
    if (!store.save(wanted, clock.instant())) {
      throw stale();
    }
    audit.record(
        AuditAction.DIGEST_CHANGED,
        AuditTarget.of("tenant", Callers.current().tenant()),
        Map.of(
            "enabled", Boolean.toString(wanted.enabled()),
            "weekday", wanted.weekday().name(),
            "hour", Integer.toString(wanted.hour())));
    return store.find();
  }

  /**
   * What became of the digests of each week, the latest first.
   *
   * @throws ProblemException {@code INVALID_REQUEST}
   */
  public Page<DigestWeekView> weeks(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    return Page.of(
        weeks.before(DigestWeekView.mondayOf(Cursor.key(cursor, "cursor")), size + 1),
        size,
        week -> week.week().toString());
  }

  private static DigestSettingsView checked(int revision, Change change) {
    List<FieldError> errors = new ArrayList<>();
    DigestSettingsView none = DigestSettingsView.unchanged();
    Boolean enabled = change.enabled();
    Integer hour = change.hour();
    DigestSettingsView wanted =
        new DigestSettingsView(
            revision,
            enabled == null ? none.enabled() : enabled,
            weekday(change.weekday(), none.weekday(), errors),
            hour == null ? none.hour() : hour,
            none.mailServer(),
            Callers.current().subject());
    if (wanted.hour() < 0 || wanted.hour() > LAST_HOUR) {
      errors.add(new FieldError("/hour", "a number from 0 to " + LAST_HOUR));
    }
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
    return wanted;
  }

  private static DayOfWeek weekday(
      @Nullable String asked, DayOfWeek without, List<FieldError> errors) {
    if (asked == null) {
      return without;
    }
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equals(asked))
        .findFirst()
        .orElseGet(
            () -> {
              errors.add(new FieldError("/weekday", "MONDAY to SUNDAY"));
              return without;
            });
  }

  private static ProblemException stale() {
    return DigestProblem.DIGEST_SETTINGS_STALE.with("Nothing was changed: read them again.");
  }
}
