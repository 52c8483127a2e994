package org.cairn.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.shared.Page;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;

class OrgsStoreIT {

  private static final NonSchoolDay HOLIDAY =
      new NonSchoolDay(LocalDate.of(2026, 11, 26), "Thanksgiving");
  private static final NonSchoolDay REPAIR =
      new NonSchoolDay(LocalDate.of(2027, 1, 11), "The boiler is out");

  private final District district = District.small();

  @Test
  void aSchoolInheritsWhatItDoesNotSayItself() {
    district.run();
    UUID parent = id("d");
    UUID school = id("s");
    in(orgs -> orgs.putCalendar(parent, "America/Chicago", List.of(HOLIDAY)));
    in(orgs -> orgs.putCalendar(school, null, List.of(REPAIR)));
    assertEquals(
        new CalendarView(school, null, List.of(REPAIR), "America/Chicago", List.of(HOLIDAY)),
        in(orgs -> orgs.calendar(school)));
    in(orgs -> orgs.putCalendar(school, "America/Denver", List.of()));
    assertEquals("America/Denver", in(orgs -> orgs.calendar(school)).effectiveTimeZone());
  }

  @Test
  void keepsTheCalendarThroughAnImport() {
    district.run();
    UUID org = id("d");
    CalendarView put = in(orgs -> orgs.putCalendar(org, "America/Chicago", List.of(HOLIDAY)));
    district.replace("orgs", "d", "d,,Renamed,district,,").run();
    assertEquals(put, in(orgs -> orgs.calendar(org)));
  }

  @Test
  void refusesAZoneThatIsNone() {
    district.run();
    UUID org = id("d");
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> in(orgs -> orgs.putCalendar(org, "Mars/Base", List.of())));
    assertEquals(RosterProblem.CALENDAR_INVALID, refusal.problem());
  }

  @Test
  void pagesAndKeepsOtherDistrictsApart() {
    district.run();
    Page<OrgView> first = in(orgs -> orgs.page(null, 1));
    Page<OrgView> second = in(orgs -> orgs.page(first.next(), 1));
    assertEquals(List.of("d", "s"), sourcedIds(List.of(first, second)));
    UUID foreign = id("d");
    District other = District.small();
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> TestDatabase.inTenant(other.tenant, sql -> boundary(sql).calendar(foreign)));
    assertEquals(RosterProblem.ORG_NOT_FOUND, refusal.problem());
  }

  private static List<String> sourcedIds(List<Page<OrgView>> pages) {
    return pages.stream()
        .flatMap(page -> page.items().stream())
        .map(OrgView::sourcedId)
        .sorted()
        .toList();
  }

  private UUID id(String sourcedId) {
    return UUID.fromString(
        district
            .query(
                "select id from org where tenant_id = :tenant and sourced_id = '" + sourcedId + "'")
            .get(0));
  }

  private <T> T in(Function<Orgs, T> work) {
    return TestDatabase.inTenant(district.tenant, sql -> work.apply(boundary(sql)));
  }

  private static Orgs boundary(org.cairn.caller.TenantSql sql) {
    return Wired.of(Orgs.class, sql, Clock.systemUTC());
  }
}
