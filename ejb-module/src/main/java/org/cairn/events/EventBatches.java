package org.cairn.events;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cairn.access.AccessProblem;
import org.cairn.caller.Outage;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Events of many learners, sent by a product's service account.
 *
 * <p>All that is well-formed is first tried in one transaction, learner by learner in the order of
 * their ids, so that two batches never wait for each other in a circle. Where that fails, each
 * learner is tried alone: what one learner's events break is nobody else's loss.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventBatches {

  /** The most events of one batch. */
  public static final int MOST_EVENTS = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Logger LOG = Logger.getLogger(EventBatches.class.getName());

  /**
   * One event of a batch.
   *
   * @param learnerId whose event it is; {@code null} where the sender named none
   */
  public record Entry(@Nullable UUID learnerId, EventDraft draft) {}

  /**
   * What became of one event of a batch.
   *
   * @param index its place in the batch, from 0
   * @param appended how it stands in the log, where it was accepted
   * @param refusal why it was not, otherwise
   */
  public record Outcome(
      int index, @Nullable AppendedEvent appended, @Nullable ProblemException refusal) {}

  @Inject private BatchTransaction transaction;
  @Inject private CheckedEvents checked;
  @Inject private Clock clock;

  /**
   * Records a batch, each event by itself accepted or refused.
   *
   * @return one outcome for each entry, in their order
   * @throws ProblemException {@code TOO_MANY_EVENTS}; then nothing is stored
   * @throws RuntimeException when the database cannot be reached
   */
  public List<Outcome> record(List<Entry> entries) {
    if (entries.isEmpty() || entries.size() > MOST_EVENTS) {
      throw EventProblem.TOO_MANY_EVENTS.with(
          "Nothing was recorded.", new FieldError("/events", "1 to " + MOST_EVENTS + " events"));
    }
    List<Outcome> outcomes = new ArrayList<>(entries.size());
    Map<UUID, List<BatchEvent>> byLearner = new TreeMap<>();
    for (int index = 0; index < entries.size(); index++) {
      Entry entry = entries.get(index);
      try {
        byLearner
            .computeIfAbsent(learnerOf(entry), any -> new ArrayList<>())
            .add(new BatchEvent(index, checked.rules().checked(entry.draft())));
      } catch (ProblemException refusal) {
        outcomes.add(new Outcome(index, null, refusal));
      }
    }
    outcomes.addAll(together(byLearner));
    outcomes.sort(Comparator.comparingInt(Outcome::index));
    return outcomes;
  }

  private static UUID learnerOf(Entry entry) {
    if (entry.learnerId() == null) {
      throw AccessProblem.LEARNER_NOT_FOUND.with(
          "The event was not recorded.", new FieldError("/learnerId", "a learner's id"));
    }
    return entry.learnerId();
  }

  private List<Outcome> together(Map<UUID, List<BatchEvent>> byLearner) {
    if (byLearner.isEmpty()) {
      return List.of();
    }
    try {
      return transaction.record(byLearner);
    } catch (RuntimeException e) {
      if (Outage.causeOf(e) == Outage.UNREACHABLE) {
        throw e;
      }
      LOG.log(Level.FINE, "A batch failed as a whole and is tried learner by learner", e);
      return oneByOne(byLearner);
    }
  }

  /** Waits for no learner's lock once the patience is spent: the sender waits for the answer. */
  private List<Outcome> oneByOne(Map<UUID, List<BatchEvent>> byLearner) {
    Instant end = clock.instant().plus(PATIENCE);
    List<Outcome> outcomes = new ArrayList<>();
    byLearner.forEach(
        (learner, events) ->
            outcomes.addAll(
                clock.instant().isBefore(end) ? alone(learner, events) : refused(events, later())));
    return outcomes;
  }

  private List<Outcome> alone(UUID learner, List<BatchEvent> events) {
    try {
      return transaction.record(Map.of(learner, events));
    } catch (ProblemException refusal) {
      return refused(events, refusal);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Events of a learner were not stored", e);
      return refused(events, later());
    }
  }

  private static ProblemException later() {
    return CommonProblem.TRY_AGAIN_LATER.with("The event was not recorded; send it again.");
  }

  private static List<Outcome> refused(List<BatchEvent> events, ProblemException refusal) {
    return events.stream().map(e -> new Outcome(e.index(), null, refusal)).toList();
  }
}
