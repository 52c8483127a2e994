package org.cairn.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
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
    List<LearnerView> found = store.page(access.scope(), Cursor.id(cursor, "cursor"), size + 1);
    return Page.of(found, size, learner -> learner.learnerId().toString());
  }
}
