package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

  /** What amounts of lifetime XP are, by the rules that hold now. */
  public static final class LevelScale {

    private final RuleSet rules;

    LevelScale(RuleSet rules) {
      this.rules = rules;
    }

    /** The level of an amount, from 1. */
    public int level(long lifetimeXp) {
      return Levels.of(lifetimeXp, rules.levels()).level();
    }

    /** The least amount that is of a higher level. */
    public long next(long lifetimeXp) {
      Levels.Standing standing = Levels.of(lifetimeXp, rules.levels());
      return Math.max(0, lifetimeXp) - standing.xpInLevel() + standing.xpToNext();
    }

    /** The name of the range that a level is in. */
    public String tier(int level) {
      return rules.tierOf(level);
    }
  }

  @Inject private Access access;
  @Inject private ProfileReading reading;
  @Inject private EarnedStore earned;

  /**
   * A learner's profile today; all zeros for one who has not begun.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public ProfileView of(String learner) {
    return reading.profile(access.visible(learner));
  }

  /**
   * A page of a learner's ledger, newest first; nothing where a learner up to grade 2 asks for its
   * own.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<XpTransactionView> transactions(
      String learner, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    long key = Cursor.position(cursor, "cursor");
    long before = key == 0 ? Long.MAX_VALUE : key;
    List<XpTransactionView> found = reading.before(access.visible(learner), before, size + 1);
    return Page.of(found, size, row -> Long.toString(row.number()));
  }

  /**
   * Why a row of the ledger is what it is.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code
   *     XP_TRANSACTION_NOT_FOUND}
   */
  public WhyView why(String learner, UUID transaction) {
    return reading.why(access.visible(learner), transaction);
  }

  /**
   * The sum of the ledger's rows that these events have caused, corrections included.
   *
   * @param learner an id or {@code me}
   * @return {@code null} where a learner up to grade 2 asks for its own
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public @Nullable Long earnedBy(String learner, Collection<String> events) {
    VisibleLearner visible = access.visible(learner);
    return visible.showsXp() ? earned.by(visible, events) : null;
  }

  /** Levels and tiers as they are reckoned now. */
  public LevelScale levels() {
    return reading.levels();
  }
}
