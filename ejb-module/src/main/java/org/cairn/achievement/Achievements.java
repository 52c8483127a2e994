package org.cairn.achievement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.access.Access;
import org.cairn.access.VisibleLearner;
import org.cairn.achievement.Count.Unlock;
import org.cairn.caller.Roles;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.GameBook.Achievement;
import org.cairn.gamification.GameBook.Terms;
import org.jspecify.annotations.Nullable;

/** What learners have unlocked, and what there is to unlock. */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN,
  Roles.SYSTEM
})
public class Achievements {

  private static final int RECENT = 3;

  @Inject private Access access;
  @Inject private AchievementStore store;
  @Inject private GameBook book;
  @Inject private Clock clock;

  /**
   * How many a learner has.
   *
   * @param recent the latest ones, the latest first, at most three
   */
  public record Summary(int count, List<Recent> recent) {}

  /** One that was unlocked lately. */
  public record Recent(String key, String name, String rarity, Instant unlockedAt) {}

  /**
   * All achievements of the rules in force, in their order, and after them those that the learner
   * has unlocked by earlier rules.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public List<AchievementView> of(String learner) {
    VisibleLearner visible = access.visible(learner);
    Instant now = clock.instant();
    Terms terms = book.at(now);
    List<AchievementView> all = new ArrayList<>();
    store
        .all(visible, terms)
        .forEach(
            count ->
                all.add(
                    view(
                        visible,
                        count.achievement(),
                        UnlockRules.counted(count, xp -> book.levelOf(xp, now)),
                        count.unlocked())));
    Set<String> present =
        terms.achievements().stream().map(Achievement::key).collect(Collectors.toSet());
    store.unlocked(visible).stream()
        .filter(unlock -> !present.contains(unlock.key()))
        .forEach(
            unlock -> {
              Achievement then = then(unlock);
              all.add(view(visible, then, then.condition().atLeast(), unlock));
            });
    return all;
  }

  /**
   * How many a learner has, and the latest.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public Summary summary(String learner) {
    List<Unlock> unlocked = store.unlocked(access.visible(learner));
    return new Summary(
        unlocked.size(),
        unlocked.stream()
            .limit(RECENT)
            .map(
                unlock -> {
                  Achievement then = then(unlock);
                  return new Recent(unlock.key(), then.name(), rarity(then), unlock.at());
                })
            .toList());
  }

  /**
   * The keys of what an event unlocked.
   *
   * @param learner an id or {@code me}
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}
   */
  public List<String> by(String learner, String eventId) {
    return store.unlocked(access.visible(learner)).stream()
        .filter(unlock -> unlock.eventId().equals(eventId))
        .map(Unlock::key)
        .toList();
  }

  /** As the rules called it that unlocked it. */
  private Achievement then(Unlock unlock) {
    Terms terms = book.version(unlock.ruleVersion());
    Stream<Achievement> known = terms == null ? Stream.empty() : terms.achievements().stream();
    return known
        .filter(achievement -> achievement.key().equals(unlock.key()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No rules have " + unlock.key()));
  }

  private static AchievementView view(
      VisibleLearner learner, Achievement achievement, long count, @Nullable Unlock unlock) {
    int needed = achievement.condition().atLeast();
    int xp = unlock == null ? achievement.xp() : unlock.xp();
    return new AchievementView(
        achievement.key(),
        achievement.name(),
        achievement.description(),
        rarity(achievement),
        learner.showsXp() ? Integer.valueOf(xp) : null,
        unlock == null ? Math.min(count, needed) : needed,
        needed,
        unlock != null,
        unlock == null ? null : unlock.at(),
        unlock == null ? null : unlock.eventId(),
        unlock == null ? null : unlock.ruleVersion());
  }

  private static String rarity(Achievement achievement) {
    return achievement.rarity().toLowerCase(Locale.ROOT);
  }
}
