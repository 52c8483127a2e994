package org.cairn.roster;

import static org.cairn.roster.CellFormat.openCode;
import static org.cairn.roster.Column.lenient;
import static org.cairn.roster.Column.lenientReference;
import static org.cairn.roster.Column.lenientReferences;
import static org.cairn.roster.Column.optional;
import static org.cairn.roster.Column.reference;
import static org.cairn.roster.Column.references;
import static org.cairn.roster.Column.required;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The files that Cairn reads, each after those that it refers to, and of each the columns that it
 * keeps. Phones, passwords and birth dates are not among them.
 */
enum RosterKind {
  ORGS(
      "orgs",
      required("name", CellFormat.TEXT),
      required("type", openCode("department", "school", "district", "local", "state", "national")),
      optional("identifier", CellFormat.TEXT),
      lenientReference("parentSourcedId", "orgs")),
  ACADEMIC_SESSIONS(
      "academicSessions",
      required("title", CellFormat.TEXT),
      required("type", openCode("gradingPeriod", "semester", "schoolYear", "term")),
      required("startDate", CellFormat.DATE),
      required("endDate", CellFormat.DATE),
      lenientReference("parentSourcedId", "academicSessions"),
      required("schoolYear", CellFormat.SCHOOL_YEAR)),
  COURSES(
      "courses",
      required("title", CellFormat.TEXT),
      optional("courseCode", CellFormat.TEXT),
      optional("grades", CellFormat.GRADES),
      reference("orgSourcedId", "orgs"),
      optional("subjects", CellFormat.LIST)),
  CLASSES(
      "classes",
      required("title", CellFormat.TEXT),
      optional("grades", CellFormat.GRADES),
      reference("courseSourcedId", "courses"),
      optional("classCode", CellFormat.TEXT),
      required("classType", openCode("homeroom", "scheduled")),
      reference("schoolSourcedId", "orgs"),
      references("termSourcedIds", "academicSessions"),
      optional("subjects", CellFormat.LIST)),
  USERS(
      "users",
      required("enabledUser", CellFormat.BOOLEAN),
      required("givenName", CellFormat.TEXT),
      required("familyName", CellFormat.TEXT),
      optional("middleName", CellFormat.TEXT),
      optional("preferredGivenName", CellFormat.TEXT),
      optional("preferredFamilyName", CellFormat.TEXT),
      lenient("email", CellFormat.EMAIL_ADDRESS),
      lenientReferences("agentSourcedIds", "users"),
      optional("grades", CellFormat.GRADES),
      lenientReference("primaryOrgSourcedId", "orgs")),
  ROLES(
      "roles",
      reference("userSourcedId", "users"),
      required("roleType", CellFormat.oneOf("primary", "secondary")),
      required(
          "role",
          openCode(
              "aide",
              "counselor",
              "districtAdministrator",
              "guardian",
              "parent",
              "principal",
              "proctor",
              "relative",
              "siteAdministrator",
              "student",
              "systemAdministrator",
              "teacher")),
      optional("beginDate", CellFormat.DATE),
      optional("endDate", CellFormat.DATE),
      reference("orgSourcedId", "orgs")),
  ENROLLMENTS(
      "enrollments",
      reference("classSourcedId", "classes"),
      reference("schoolSourcedId", "orgs"),
      reference("userSourcedId", "users"),
      required("role", openCode("administrator", "proctor", "student", "teacher")),
      optional("primary", CellFormat.BOOLEAN),
      optional("beginDate", CellFormat.DATE),
      optional("endDate", CellFormat.DATE));

  static final String SOURCED_ID = "sourcedId";
  static final String STATUS = "status";

  private final String fileName;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Column> columns;

  RosterKind(String fileName, Column... columns) {
    this.fileName = fileName;
    this.columns = List.of(columns);
  }

  /** The file's name without its ending, as the manifest and the views say it. */
  String fileName() {
    return fileName;
  }

  String csv() {
    return fileName + ".csv";
  }

  /** All but sourcedId and status, which every kind has. */
  List<Column> columns() {
    return columns;
  }

  boolean keeps(String column) {
    return column.equals(SOURCED_ID)
        || column.equals(STATUS)
        || columns.stream().anyMatch(kept -> kept.name().equals(column));
  }

  static Optional<RosterKind> ofFile(String fileName) {
    return Arrays.stream(values()).filter(kind -> kind.fileName.equals(fileName)).findFirst();
  }
}
