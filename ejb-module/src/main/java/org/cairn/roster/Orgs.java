package org.cairn.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** The district's organizations, and the calendars that the roster does not bring. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class Orgs {

  private static final String LAST_RESORT = "UTC";

  @Inject private OrgStore store;
  @Inject private Audit audit;

  /** The orgs, in the order of their ids. */
  public Page<OrgView> page(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    return Page.of(
        store.page(Cursor.id(cursor, "cursor"), size + 1), size, org -> org.id().toString());
  }

  /**
   * When an org's schools meet.
   *
   * @throws ProblemException {@code ORG_NOT_FOUND}
   */
  public CalendarView calendar(UUID orgId) {
    OrgView org =
        store
            .find(orgId)
            .orElseThrow(() -> RosterProblem.ORG_NOT_FOUND.with("No org of yours has this id."));
    return new CalendarView(
        orgId,
        org.timeZone(),
        store.days(orgId, true),
        store.effectiveZone(orgId).orElse(LAST_RESORT),
        store.days(orgId, false));
  }

  /**
   * Puts a calendar in the place of the present one; doing it again changes nothing.
   *
   * @param timeZone an IANA name, or {@code null} for the parent's
   * @throws ProblemException {@code ORG_NOT_FOUND}, {@code CALENDAR_INVALID}
   */
  public CalendarView putCalendar(UUID orgId, @Nullable String timeZone, List<NonSchoolDay> days) {
    calendar(orgId);
    List<FieldError> errors = new ArrayList<>(CalendarRules.errors(timeZone, days));
    if (errors.isEmpty() && timeZone != null && !store.knowsZone(timeZone)) {
      errors.add(CalendarRules.unknownZone());
    }
    if (!errors.isEmpty()) {
      throw RosterProblem.CALENDAR_INVALID.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
    store.put(orgId, timeZone, days);
    audit.record(
        AuditAction.CALENDAR_CHANGED,
        AuditTarget.of("org", orgId),
        Map.of(
            "timeZone",
            timeZone == null ? "" : timeZone,
            "nonSchoolDays",
            Integer.toString(days.size())));
    return calendar(orgId);
  }
}
