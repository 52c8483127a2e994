package org.cairn.gamification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cairn.access.ActingLearner;
import org.cairn.shared.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * What one learner is owed, or its streak, is other than before.
 *
 * @param learner whose lock this transaction holds
 * @param payments one for each new row of the ledger, in its order
 * @param lifetimeXp after them; below 0 where a district took back more than was earned
 * @param earned by how much what is owed for a school day changed, where it did
 * @param streak as it stands now; {@code null} where it is as it was
 */
public record XpSettled(
    ActingLearner learner,
    List<Payment> payments,
    long lifetimeXp,
    Map<LocalDate, Long> earned,
    @Nullable StreakStood streak)
    implements DomainEvent {

  static XpSettled of(ActingLearner learner, Changes changes, @Nullable StreakStood streak) {
    return new XpSettled(
        learner,
        changes.settlement().rows().stream()
            .map(
                row ->
                    new Payment(
                        !row.type().equals("EARNED"), row.due().earning().verified(), row.amount()))
            .toList(),
        changes.settlement().lifetimeXp(),
        changes.earned(),
        streak);
  }

  boolean isNews() {
    return !payments.isEmpty() || !earned.isEmpty() || streak != null;
  }

  /**
   * A streak after its latest active day.
   *
   * @param days school days in a row
   * @param until when it has ended unless there is activity before, by the calendar as it is now
   */
  public record StreakStood(int days, Instant until) {}

  /**
   * A row of the ledger.
   *
   * @param correction whether it corrects an earlier row of its source
   * @param amount what the balance changed by
   */
  public record Payment(boolean correction, boolean verified, int amount) {}
}
