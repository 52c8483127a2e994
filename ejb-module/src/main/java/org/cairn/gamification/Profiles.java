package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.jspecify.annotations.Nullable;

/** Learners' profiles and ledgers. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class Profiles {

  @Inject private Access access;
  @Inject private LedgerStore store;

  /**
   * A learner's profile; all zeros for one who has not begun.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public ProfileView of(String learner) {
    VisibleLearner visible = access.visible(learner);
    return store.profile(visible).orElseGet(() -> ProfileView.of(visible.id(), 0, 0, null));
  }

  /**
   * A page of a learner's ledger, newest first.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<XpTransactionView> transactions(
      String learner, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    long key = Cursor.position(cursor, "cursor");
    long before = key == 0 ? Long.MAX_VALUE : key;
    List<XpTransactionView> found = store.before(access.visible(learner), before, size + 1);
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<XpTransactionView> page = found.subList(0, size);
    return new Page<>(page, Cursor.of(Long.toString(page.get(size - 1).number())));
  }
}
