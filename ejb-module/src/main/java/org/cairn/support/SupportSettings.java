package org.cairn.support;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** How a district wants its learners supported. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class SupportSettings {

  private static final int MOST_DAYS = 60;
  private static final int MOST_POINTS = 100;

  /**
   * Settings as they are to be. What is absent is as it is without any settings.
   *
   * @param approvalRequired see {@link SupportSettingsView}
   */
  public record Change(
      @Nullable Boolean approvalRequired,
      @Nullable Integer inactiveSchoolDays,
      @Nullable Integer scoreDrop) {}

  @Inject private SupportSettingsStore store;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** What holds now. */
  public SupportSettingsView find() {
    return store.find();
  }

  /**
   * Has other settings hold, at once; overrides that wait for a school go on waiting.
   *
   * @param revision which the change is based on
   * @throws ProblemException {@code SUPPORT_SETTINGS_INVALID}, {@code SUPPORT_SETTINGS_STALE}
   */
  public SupportSettingsView change(long revision, Change change) {
    SupportSettingsView before = store.find();
    if (revision != before.revision()) {
      throw stale();
    }
    SupportSettingsView wanted = checked(before.revision(), change);
    if (!store.save(wanted, clock.instant())) {
      throw stale();
    }
    audit.record(
        AuditAction.SUPPORT_CHANGED,
        AuditTarget.of("tenant", Callers.current().tenant()),
        Map.of(
            "approvalRequired", Boolean.toString(wanted.approvalRequired()),
            "inactiveSchoolDays", Integer.toString(wanted.inactiveSchoolDays()),
            "scoreDrop", Integer.toString(wanted.scoreDrop())));
    return store.find();
  }

  private static SupportSettingsView checked(int revision, Change change) {
    List<FieldError> errors = new ArrayList<>();
    SupportSettingsView none = SupportSettingsView.DEFAULT;
    Boolean approval = change.approvalRequired();
    SupportSettingsView wanted =
        new SupportSettingsView(
            revision,
            approval == null ? none.approvalRequired() : approval,
            number(
                change.inactiveSchoolDays(),
                none.inactiveSchoolDays(),
                MOST_DAYS,
                "/inactiveSchoolDays",
                errors),
            number(change.scoreDrop(), none.scoreDrop(), MOST_POINTS, "/scoreDrop", errors),
            Callers.current().subject());
    if (!errors.isEmpty()) {
      throw SupportProblem.SUPPORT_SETTINGS_INVALID.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
    return wanted;
  }

  private static int number(
      @Nullable Integer asked, int without, int most, String field, List<FieldError> errors) {
    int number = asked == null ? without : asked;
    if (number < 1 || number > most) {
      errors.add(new FieldError(field, "a number from 1 to " + most));
    }
    return number;
  }

  private static ProblemException stale() {
    return SupportProblem.SUPPORT_SETTINGS_STALE.with("Nothing was changed: read them again.");
  }
}
