package org.cairn.leaderboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** Whether and where a district has leaderboards. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class LeaderboardSettings {

  static final int MOST_OFF = 5_000;

  /**
   * Settings as they are to be. What is absent is as it is without any settings.
   *
   * @param enabled see {@link LeaderboardSettingsView}
   */
  public record Change(
      @Nullable Boolean enabled,
      @Nullable Integer minimumGroup,
      @Nullable List<@Nullable UUID> schoolsOff,
      @Nullable List<@Nullable UUID> classesOff) {}

  @Inject private SettingsStore store;
  @Inject private ListingStore listings;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** What holds now. */
  public LeaderboardSettingsView find() {
    return store.find();
  }

  /**
   * Has other settings hold, at once.
   *
   * @param revision which the change is based on
   * @throws org.cairn.shared.ProblemException {@code LEADERBOARD_SETTINGS_INVALID}, {@code
   *     LEADERBOARD_SETTINGS_STALE}
   */
  public LeaderboardSettingsView change(long revision, Change change) {
    LeaderboardSettingsView before = store.find();
    if (revision != before.revision()) {
      throw stale(before.revision());
    }
    LeaderboardSettingsView wanted = checked(before.revision(), change);
    if (!store.save(wanted, clock.instant())) {
      throw stale(before.revision() + 1);
    }
    Set<UUID> moved = new HashSet<>(before.schoolsOff());
    moved.addAll(wanted.schoolsOff());
    moved.removeIf(id -> before.schoolsOff().contains(id) && wanted.schoolsOff().contains(id));
    if (!moved.isEmpty()) {
      listings.follow(moved);
    }
    audit.record(
        AuditAction.LEADERBOARDS_CHANGED,
        AuditTarget.of("tenant", Callers.current().tenant()),
        Map.of(
            "enabled", Boolean.toString(wanted.enabled()),
            "minimumGroup", Integer.toString(wanted.minimumGroup()),
            "schoolsOff", Integer.toString(wanted.schoolsOff().size()),
            "classesOff", Integer.toString(wanted.classesOff().size())));
    return store.find();
  }

  private LeaderboardSettingsView checked(int revision, Change change) {
    List<FieldError> errors = new ArrayList<>();
    Integer minimum = change.minimumGroup();
    if (minimum != null && (minimum < 2 || minimum > 1_000)) {
      errors.add(new FieldError("/minimumGroup", "a number from 2 to 1000"));
    }
    List<UUID> schools = ids(change.schoolsOff(), "/schoolsOff", errors);
    List<UUID> classes = ids(change.classesOff(), "/classesOff", errors);
    if (errors.isEmpty()) {
      known(schools, store.schools(schools), "/schoolsOff", "the id of a school", errors);
      known(classes, store.classes(classes), "/classesOff", "the id of a class", errors);
    }
    if (!errors.isEmpty()) {
      throw LeaderboardProblem.LEADERBOARD_SETTINGS_INVALID.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
    LeaderboardSettingsView none = LeaderboardSettingsView.DEFAULT;
    Boolean enabled = change.enabled();
    return new LeaderboardSettingsView(
        revision,
        enabled == null ? none.enabled() : enabled,
        minimum == null ? none.minimumGroup() : minimum,
        schools,
        classes);
  }

  private static List<UUID> ids(
      @Nullable List<@Nullable UUID> ids, String field, List<FieldError> errors) {
    List<UUID> found = new ArrayList<>();
    if (ids != null && ids.size() > MOST_OFF) {
      errors.add(new FieldError(field, "at most " + MOST_OFF + " ids"));
    } else if (ids != null) {
      for (int i = 0; i < ids.size(); i++) {
        UUID id = ids.get(i);
        if (id == null) {
          errors.add(new FieldError(field + "/" + i, "an id"));
        } else if (!found.contains(id)) {
          found.add(id);
        }
      }
    }
    return found;
  }

  private static void known(
      List<UUID> ids, List<UUID> known, String field, String expected, List<FieldError> errors) {
    for (int i = 0; i < ids.size(); i++) {
      if (!known.contains(ids.get(i))) {
        errors.add(new FieldError(field + "/" + i, expected));
      }
    }
  }

  private static org.cairn.shared.ProblemException stale(int revision) {
    return LeaderboardProblem.LEADERBOARD_SETTINGS_STALE.with(
        "Nothing was changed: the settings are at revision " + revision + ".");
  }
}
