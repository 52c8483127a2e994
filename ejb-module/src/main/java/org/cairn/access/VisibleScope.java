package org.cairn.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;

/** The set of learners that the present caller may see, for this transaction, as SQL. */
public final class VisibleScope {

  /** Where a statement wants the scope: {@code learner.id in (SCOPE)}. */
  public static final String PLACE = "SCOPE";

  private static final Map<String, String> LEARNERS_OF =
      Map.of(
          Roles.LEARNER, "select :viewer::uuid",
          Roles.GUARDIAN, related("guards"),
          Roles.TEACHER, related("teaches"),
          Roles.SCHOOL_ADMIN, related("administers"),
          Roles.DISTRICT_ADMIN, everyone(),
          Roles.SYSTEM, everyone());

  /** Of those who answer for learners; a district's are all that it ever had. */
  private static final Map<String, String> REPORTED_TO =
      Map.of(
          Roles.TEACHER, related("teaches"),
          Roles.SCHOOL_ADMIN, related("administers"),
          Roles.DISTRICT_ADMIN, "select learner_id from learner_place where tenant_id = :tenant");

  private static final String OF_CLASS =
      "select learner_id from attends where tenant_id = :tenant and class_id = :viewer";

  private final UUID viewer;
  private final String learners;

  VisibleScope(UUID viewer, Set<String> roles) {
    this(viewer, learnersOf(LEARNERS_OF, roles));
  }

  private VisibleScope(UUID viewer, String learners) {
    this.viewer = viewer;
    this.learners = learners;
  }

  /** Those who attend a class today; the class stands where else the viewer does. */
  static VisibleScope ofClass(UUID classId) {
    return new VisibleScope(classId, OF_CLASS);
  }

  /** Those whom the caller teaches or answers for, those who have left the district included. */
  static VisibleScope reportedTo(UUID viewer, Set<String> roles) {
    return new VisibleScope(viewer, learnersOf(REPORTED_TO, roles));
  }

  /** The statement with the scope in its place. */
  public SqlText in(String statement) {
    return SqlText.of(statement.replace(PLACE, learners));
  }

  /** Binds what the scope's part of the statement needs. */
  public SqlCall bind(SqlCall call) {
    return call.set("viewer", viewer);
  }

  private static String learnersOf(Map<String, String> byRole, Set<String> all) {
    Set<String> roles = new TreeSet<>(all);
    roles.retainAll(byRole.keySet());
    return roles.isEmpty()
        ? "select null::uuid"
        : roles.stream().map(byRole::get).collect(Collectors.joining(" union "));
  }

  private static String related(String view) {
    return "select learner_id from " + view + " where tenant_id = :tenant and viewer_id = :viewer";
  }

  private static String everyone() {
    return "select user_id from user_role where tenant_id = :tenant and role = 'student'"
        + " and status = 'active'";
  }
}
