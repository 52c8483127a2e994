package org.cairn.roster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the rows of a kind end up, and how each column follows from the staged row {@code r} and
 * the tables that it refers to.
 *
 * @param joins the tables that its columns take ids from
 */
record RosterTable(RosterKind kind, String name, String joins, List<Value> values) {

  /** A column and the SQL of its value. */
  record Value(String column, String sql) {}

  private static final Map<RosterKind, RosterTable> TABLES = new EnumMap<>(RosterKind.class);

  static {
    add(
        RosterKind.ORGS,
        "org",
        "",
        text("name", "name"),
        text("type", "type"),
        text("identifier", "identifier"));
    add(
        RosterKind.ACADEMIC_SESSIONS,
        "academic_session",
        "",
        text("title", "title"),
        text("type", "type"),
        cast("start_date", "startDate", "date"),
        cast("end_date", "endDate", "date"),
        cast("school_year", "schoolYear", "integer"));
    add(
        RosterKind.COURSES,
        "course",
        join("org", "orgSourcedId"),
        text("title", "title"),
        text("course_code", "courseCode"),
        list("grades"),
        list("subjects"),
        new Value("org_id", "org.id"));
    add(
        RosterKind.CLASSES,
        "class",
        join("course", "courseSourcedId") + join("org", "schoolSourcedId"),
        text("title", "title"),
        text("class_code", "classCode"),
        text("class_type", "classType"),
        list("grades"),
        list("subjects"),
        new Value("course_id", "course.id"),
        new Value("school_id", "org.id"));
    add(
        RosterKind.USERS,
        "roster_user",
        "left " + join("org", "primaryOrgSourcedId") + " and org.status = 'active'",
        cast("enabled", "enabledUser", "boolean"),
        text("given_name", "givenName"),
        text("family_name", "familyName"),
        text("middle_name", "middleName"),
        text("preferred_given_name", "preferredGivenName"),
        text("preferred_family_name", "preferredFamilyName"),
        text("email", "email"),
        new Value("grade", "r.fields->'grades'->>0"),
        new Value("primary_org_id", "org.id"));
    add(
        RosterKind.ROLES,
        "user_role",
        join("roster_user", "userSourcedId") + join("org", "orgSourcedId"),
        new Value("user_id", "roster_user.id"),
        new Value("org_id", "org.id"),
        text("role", "role"),
        text("role_type", "roleType"),
        cast("begin_date", "beginDate", "date"),
        cast("end_date", "endDate", "date"));
    add(
        RosterKind.ENROLLMENTS,
        "enrollment",
        join("class", "classSourcedId") + join("roster_user", "userSourcedId"),
        new Value("class_id", "class.id"),
        new Value("user_id", "roster_user.id"),
        text("role", "role"),
        new Value("is_primary", "coalesce((r.fields->>'primary')::boolean, false)"),
        cast("begin_date", "beginDate", "date"),
        cast("end_date", "endDate", "date"));
  }

  static RosterTable of(RosterKind kind) {
    RosterTable table = TABLES.get(kind);
    if (table == null) {
      throw new IllegalStateException("No table for " + kind);
    }
    return table;
  }

  /** Fills a statement that is written once for all tables. */
  String fill(String template) {
    return template
        .replace("@table", name)
        .replace("@kind", "'" + kind.fileName() + "'")
        .replace("@joins", joins)
        .replace("@columns", each(Value::column))
        .replace("@values", each(value -> value.sql() + " as " + value.column()))
        .replace("@stored", each(value -> "t." + value.column()))
        .replace("@wanted", each(value -> "v." + value.column()))
        .replace("@set", each(value -> value.column() + " = excluded." + value.column()));
  }

  private String each(Function<Value, String> part) {
    return values.stream().map(part).collect(Collectors.joining(", "));
  }

  private static void add(RosterKind kind, String name, String joins, Value... values) {
    TABLES.put(kind, new RosterTable(kind, name, joins, List.of(values)));
  }

  private static Value text(String column, String field) {
    return new Value(column, "r.fields->>'" + field + "'");
  }

  private static Value cast(String column, String field, String type) {
    return new Value(column, "(r.fields->>'" + field + "')::" + type);
  }

  private static Value list(String field) {
    return new Value(field, "array(select jsonb_array_elements_text(r.fields->'" + field + "'))");
  }

  private static String join(String table, String field) {
    return """
        join %1$s on %1$s.tenant_id = :tenant and %1$s.sourced_id = r.fields->>'%2$s'
        """
        .formatted(table, field);
  }
}
