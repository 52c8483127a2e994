package org.cairn.guardian;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a district lets guardians see. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class GuardianSettings {

  /**
   * Settings as they are to be. What is absent is as it is without any settings.
   *
   * @param answersShown see {@link GuardianSettingsView}
   */
  public record Change(@Nullable Boolean answersShown) {}

  @Inject private GuardianSettingsStore store;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** What holds now. */
  public GuardianSettingsView find() {
    return store.find();
  }

  /**
   * Has other settings hold, at once.
   *
   * @param revision which the change is based on
   * @throws ProblemException {@code GUARDIAN_SETTINGS_STALE}
   */
  public GuardianSettingsView change(long revision, Change change) {
    GuardianSettingsView before = store.find();
    boolean answers = Boolean.TRUE.equals(change.answersShown());
    GuardianSettingsView wanted =
        new GuardianSettingsView(before.revision(), answers, Callers.current().subject());
    if (revision != before.revision() || !store.save(wanted, clock.instant())) {
      throw GuardianProblem.GUARDIAN_SETTINGS_STALE.with("Nothing was changed: read them again.");
    }
    audit.record(
        AuditAction.GUARDIAN_SETTINGS_CHANGED,
        AuditTarget.of("tenant", Callers.current().tenant()),
        Map.of("answersShown", Boolean.toString(answers)));
    return store.find();
  }
}
