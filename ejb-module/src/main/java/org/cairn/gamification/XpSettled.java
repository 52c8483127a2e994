package org.cairn.gamification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cairn.access.ActingLearner;
import org.cairn.events.Consequences;
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
 * @param lifetimeBefore the lifetime XP before the payments
 * @param trigger what made it so; {@code null} where rules were replayed: no event did
 */
public record XpSettled(
    ActingLearner learner,
    List<Payment> payments,
    long lifetimeXp,
    Map<LocalDate, Long> earned,
    @Nullable StreakStood streak,
    long lifetimeBefore,
    @Nullable Trigger trigger)
    implements DomainEvent {

  static XpSettled of(
      ActingLearner learner,
      Changes changes,
      @Nullable StreakStood streak,
      @Nullable Trigger trigger) {
    return new XpSettled(
        learner,
        changes.settlement().rows().stream()
            .map(
                row ->
                    new Payment(
                        row.type().equals("CORRECTION"),
                        row.due().earning().verified(),
                        row.amount()))
            .toList(),
        changes.settlement().lifetimeXp(),
        changes.earned(),
        streak,
        changes.settlement().lifetimeBefore(),
        trigger);
  }

  boolean isNews() {
    return !payments.isEmpty() || !earned.isEmpty() || streak != null;
  }

  /**
   * A streak after its latest active day.
   *
   * @param days school days in a row
   * @param until when it has ended unless there is activity before, by the calendar as it is now
   * @param best the longest so far
   * @param bestBefore the longest before the change
   */
  public record StreakStood(int days, Instant until, int best, int bestBefore) {}

  /**
   * The event that a change hangs on.
   *
   * @param effectiveAt when it counts
   * @param consequences where reactions tell what they made of it
   */
  public record Trigger(String eventId, Instant effectiveAt, Consequences consequences) {}

  /**
   * A row of the ledger.
   *
   * @param correction whether it corrects an earlier row of its source
   * @param amount what the balance changed by; negative where something was bought or taken back
   */
  public record Payment(boolean correction, boolean verified, int amount) {}
}
