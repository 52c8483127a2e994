package org.cairn.roster;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.jspecify.annotations.Nullable;

/** Orgs and their calendars. */
@Singleton
class OrgStore {

  private static final String VIEW =
      """
      select id, sourced_id, name, type, status, parent_id, time_zone from org
      where tenant_id = :tenant
      """;

  private static final SqlText PAGE =
      SqlText.of(
          VIEW + " and (:after::uuid is null or id > :after::uuid) order by id limit :limit");

  private static final SqlText FIND = SqlText.of(VIEW + " and id = :id");

  /** The org and its parents, the nearest first; a ring of parents ends at ten. */
  private static final String LINE =
      """
      with recursive line (id, parent_id, time_zone, depth) as (
        select id, parent_id, time_zone, 0 from org where tenant_id = :tenant and id = :id
        union all
        select org.id, org.parent_id, org.time_zone, depth + 1
        from line join org on org.tenant_id = :tenant and org.id = line.parent_id
        where depth < 10
      )
      """;

  private static final SqlText EFFECTIVE_ZONE =
      SqlText.of(
          LINE + "select time_zone from line where time_zone is not null order by depth limit 1");

  private static final SqlText DISTRICT_ZONE =
      SqlText.of(
          """
          select time_zone from org
          where tenant_id = :tenant and status = 'active' and time_zone is not null
            and type = 'district'
          order by (parent_id is null) desc, id
          limit 1
          """);

  /** Zones of schools: their own, else their nearest parent's. */
  private static final SqlText SCHOOL_ZONES =
      SqlText.of(
          """
          with recursive line (school_id, parent_id, time_zone, depth) as (
            select id, parent_id, time_zone, 0 from org
            where tenant_id = :tenant and type = 'school' and status = 'active'
            union all
            select school_id, org.parent_id, org.time_zone, depth + 1
            from line join org on org.tenant_id = :tenant and org.id = line.parent_id
            where line.time_zone is null and depth < 10
          )
          select distinct coalesce(max(time_zone), 'Z') as zone
          from line group by school_id order by zone
          """);

  private static final SqlText DAYS =
      SqlText.of(
          LINE
              + """
              select d.day, min(d.reason) as reason, min(line.depth) as depth
              from line
              join non_school_day d on d.tenant_id = :tenant and d.org_id = line.id
              group by d.day, (line.depth = 0)
              order by d.day
              """);

  private static final SqlText KNOWN_ZONE =
      SqlText.of("select 1 from pg_timezone_names where name = :zone");

  private static final SqlText SET_ZONE =
      SqlText.of("update org set time_zone = :zone where tenant_id = :tenant and id = :id");

  private static final SqlText CLEAR_DAYS =
      SqlText.of("delete from non_school_day where tenant_id = :tenant and org_id = :id");

  private static final SqlText ADD_DAYS =
      SqlText.of(
          """
          insert into non_school_day (tenant_id, org_id, day, reason)
          select :tenant, :id, d.day::date, d.reason
          from unnest(:days::text[], :reasons::text[]) as d (day, reason)
          """);

  private final TenantSql sql;

  @Inject
  OrgStore(TenantSql sql) {
    this.sql = sql;
  }

  List<OrgView> page(@Nullable String after, int limit) {
    return sql.with(PAGE).set("after", after).set("limit", limit).list(OrgStore::view);
  }

  Optional<OrgView> find(UUID id) {
    return sql.with(FIND).set("id", id).first(OrgStore::view);
  }

  Optional<String> effectiveZone(UUID id) {
    return sql.with(EFFECTIVE_ZONE).set("id", id).first(row -> row.getString(1));
  }

  Optional<String> districtZone() {
    return sql.with(DISTRICT_ZONE).first(row -> row.getString(1));
  }

  List<String> schoolZones() {
    return sql.with(SCHOOL_ZONES).list(row -> row.getString("zone"));
  }

  /** The days of the org itself, or of its parents. */
  List<NonSchoolDay> days(UUID id, boolean own) {
    return sql.with(DAYS).set("id", id).list(OrgStore::day).stream()
        .filter(day -> day.own() == own)
        .map(Day::day)
        .toList();
  }

  /** Whether the database can reckon in this zone, too. */
  boolean knowsZone(String zone) {
    return sql.with(KNOWN_ZONE).set("zone", zone).first(row -> row.getInt(1)).isPresent();
  }

  /** Puts the calendar in the place of what was there; the zone's row keeps two puts apart. */
  void put(UUID id, @Nullable String zone, List<NonSchoolDay> days) {
    sql.with(SET_ZONE).set("id", id).set("zone", zone).update();
    sql.with(CLEAR_DAYS).set("id", id).update();
    sql.with(ADD_DAYS)
        .set("id", id)
        .set("days", days.stream().map(NonSchoolDay::day).toList())
        .set("reasons", days.stream().map(NonSchoolDay::reason).toList())
        .update();
  }

  private record Day(boolean own, NonSchoolDay day) {}

  private static Day day(ResultSet row) throws SQLException {
    return new Day(
        row.getInt("depth") == 0,
        new NonSchoolDay(row.getObject("day", LocalDate.class), row.getString("reason")));
  }

  private static OrgView view(ResultSet row) throws SQLException {
    return new OrgView(
        SqlCall.uuid(row, "id"),
        row.getString("sourced_id"),
        row.getString("name"),
        row.getString("type"),
        row.getString("status"),
        row.getObject("parent_id", UUID.class),
        row.getString("time_zone"));
  }
}
