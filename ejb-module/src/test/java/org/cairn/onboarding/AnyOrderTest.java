package org.cairn.onboarding;

import static org.cairn.onboarding.TestTracks.afterAny;
import static org.cairn.onboarding.TestTracks.available;
import static org.cairn.onboarding.TestTracks.branching;
import static org.cairn.onboarding.TestTracks.carrying;
import static org.cairn.onboarding.TestTracks.command;
import static org.cairn.onboarding.TestTracks.event;
import static org.cairn.onboarding.TestTracks.hour;
import static org.cairn.onboarding.TestTracks.match;
import static org.cairn.onboarding.TestTracks.optional;
import static org.cairn.onboarding.TestTracks.retired;
import static org.cairn.onboarding.TestTracks.step;
import static org.cairn.onboarding.TestTracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.access.Trust;
import org.cairn.events.RecordedEvent;
import org.cairn.onboarding.StepCondition.Count;
import org.cairn.onboarding.StepCondition.OneEvent;
import org.cairn.onboarding.StepCondition.SrsMastery;
import org.cairn.onboarding.StepCondition.TimeWindow;

/**
 * The heart of the matter: whatever order the same events arrive in, however they are split into
 * requests and however often they are repeated, progress, evidence, XP and the ledger's sums end
 * the same. Tracks are as wild as the schema lets them be.
 */
class AnyOrderTest {

  private static final int LATEST = 72;
  private static final List<TrackCommand> COMMANDS = List.of(TrackCommand.values());

  @Property(tries = 10_000)
  void theOrderOfArrivalNeverMatters(@ForAll long seed) {
    Random random = new Random(seed);
    Track track = wildTrack(random);
    List<RecordedEvent> events = wildEvents(random, track);
    TrackState atOnce = TrackFold.fold(track, Witness.of(track, events));
    Learner learner = new Learner(track);
    for (List<RecordedEvent> request : requests(random, events)) {
      learner.record(request);
      learner.assertIsAsFoldedAtOnce();
    }
    assertEquals(withoutLog(atOnce), withoutLog(learner.state));
    assertEquals(atOnce.xpEarned(), learner.balance());
  }

  @Property(tries = 2_000)
  void whatCountedMakesTheSameStateAndIsBounded(@ForAll long seed) {
    Random random = new Random(seed);
    Track track = wildTrack(random);
    TrackState state = TrackFold.fold(track, Witness.of(track, wildEvents(random, track)));
    assertEquals(state, TrackFold.fold(track, state.counted()));
    int most = 2 + track.steps().stream().mapToInt(s -> s.completion().needed() + 2).sum();
    assertTrue(state.counted().size() <= most, () -> state.counted().size() + " > " + most);
  }

  /** A learner on one track, as the reaction and the ledger keep it. */
  private static final class Learner {
    private final Track track;
    private final Map<String, RecordedEvent> log = new LinkedHashMap<>();
    private final Set<Evidence> stored = new HashSet<>();
    private final Map<String, Integer> paid = new HashMap<>();
    private TrackState state;

    Learner(Track track) {
      this.track = track;
      state = TrackFold.fold(track, List.of());
    }

    /** The log keeps an id once; reactions see what is new. */
    void record(List<RecordedEvent> request) {
      List<RecordedEvent> fresh =
          request.stream().filter(e -> log.putIfAbsent(e.eventId(), e) == null).toList();
      Advance advance = Advance.of(track, Set.copyOf(stored), fresh, this::since);
      stored.addAll(advance.added());
      advance.dropped().forEach(stored::remove);
      advance.changedRewards().forEach(reward -> paid.put(reward.source(), reward.amount()));
      state = advance.after();
    }

    private List<RecordedEvent> since(Instant from) {
      return log.values().stream().filter(e -> !e.effectiveAt().isBefore(from)).toList();
    }

    void assertIsAsFoldedAtOnce() {
      List<RecordedEvent> all = List.copyOf(log.values());
      TrackState whole = TrackFold.fold(track, Witness.of(track, all));
      assertEquals(withoutLog(whole), withoutLog(state));
      assertEquals(Set.copyOf(whole.counted()), Set.copyOf(stored));
      assertEquals(whole.xpEarned(), balance());
    }

    int balance() {
      return paid.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private static List<Object> withoutLog(TrackState state) {
    return List.of(
        String.valueOf(state.startedAt()),
        String.valueOf(state.completedBy()),
        String.valueOf(state.dismissedAt()),
        state.steps(),
        state.progress(),
        state.rewards(),
        Set.copyOf(state.counted()));
  }

  /** Shuffled, split and with some of them sent again. */
  private static List<List<RecordedEvent>> requests(Random random, List<RecordedEvent> events) {
    List<RecordedEvent> sent = new ArrayList<>(events);
    events.stream().filter(any -> random.nextInt(4) == 0).forEach(sent::add);
    java.util.Collections.shuffle(sent, random);
    List<List<RecordedEvent>> requests = new ArrayList<>();
    for (int from = 0; from < sent.size(); ) {
      int until = Math.min(sent.size(), from + 1 + random.nextInt(3));
      requests.add(sent.subList(from, until));
      from = until;
    }
    return requests;
  }

  private static Track wildTrack(Random random) {
    int size = 2 + random.nextInt(4);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Step step = step("s" + i, 1 << i, condition(random));
      if (random.nextInt(3) == 0) {
        step = available(step, random.nextInt(30), random.nextBoolean() ? 20 : null);
      }
      if (i > 0 && random.nextInt(2) == 0) {
        step = waiting(random, step, i);
      }
      if (random.nextInt(4) == 0) {
        step = forking(random, step, i, size);
      }
      if (random.nextInt(8) == 0) {
        step = retired(step, hour(random.nextInt(LATEST)));
      }
      steps.add(random.nextInt(4) == 0 ? optional(step) : step);
    }
    return track(steps.toArray(Step[]::new));
  }

  private static Step waiting(Random random, Step step, int before) {
    String first = "s" + random.nextInt(before) + (random.nextInt(3) == 0 ? "/left" : "");
    String second = "s" + random.nextInt(before);
    return random.nextBoolean()
        ? TestTracks.after(step, first, second)
        : afterAny(step, first, second);
  }

  private static Step forking(Random random, Step step, int own, int size) {
    List<String> left = random.nextBoolean() ? List.of() : List.of("s" + (own + 1) % size);
    List<String> right = List.of("s" + (own + size - 1) % size);
    return random.nextBoolean()
        ? branching(step, new Branch("left", null, carrying("n", 1), left))
        : branching(
            step,
            new Branch("left", null, carrying("n", 1), left),
            new Branch("right", null, null, right));
  }

  private static StepCondition condition(Random random) {
    EventMatch match = match("a." + "xyz".charAt(random.nextInt(3)));
    return switch (random.nextInt(4)) {
      case 0 -> new OneEvent(match);
      case 1 -> new Count(match, 1 + random.nextInt(3), random.nextBoolean() ? 24 : null);
      case 2 -> new TimeWindow(match, random.nextInt(20), random.nextBoolean() ? 40 : null);
      default -> new SrsMastery(match, "skill", "m", BigDecimal.ONE, 1 + random.nextInt(2));
    };
  }

  private static List<RecordedEvent> wildEvents(Random random, Track track) {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = random.nextInt(14); i > 0; i--) {
      Map<String, Object> payload =
          Map.of(
              "n", random.nextInt(2),
              "skill", "k" + random.nextInt(3),
              "m", random.nextInt(3));
      String name = "a." + "wxyz".charAt(random.nextInt(4));
      Trust trust = random.nextBoolean() ? Trust.CLIENT : Trust.SYSTEM;
      events.add(event("e" + i, name, random.nextInt(LATEST), payload, trust));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      TrackCommand command = COMMANDS.get(random.nextInt(COMMANDS.size()));
      boolean ofStep = command == TrackCommand.SKIP || command == TrackCommand.WAIVE;
      String step = ofStep ? "s" + random.nextInt(track.steps().size()) : null;
      events.add(command("c" + i, command, random.nextInt(LATEST), step));
    }
    return events;
  }
}
