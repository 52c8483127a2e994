package org.cairn.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/**
 * The learners that a caller may see: itself, its children, its classes, its school, its district.
 */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class Learners {

  @Inject private Access access;
  @Inject private LearnerStore store;

  /**
   * A page of them, in the order of their ids.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST} for a bad cursor or limit
   */
  public Page<LearnerView> visible(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    String after = Cursor.key(cursor, "cursor");
    List<LearnerView> found =
        store.page(access.scope(), after == null ? null : id(after), size + 1);
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<LearnerView> page = found.subList(0, size);
    return new Page<>(page, Cursor.of(page.get(size - 1).learnerId().toString()));
  }

  private static String id(String key) {
    try {
      return UUID.fromString(key).toString();
    } catch (IllegalArgumentException e) {
      throw CommonProblem.INVALID_REQUEST.with(
          "This is no cursor that an earlier answer gave.",
          new FieldError("cursor", "a cursor from an earlier answer, unchanged"));
    }
  }
}
