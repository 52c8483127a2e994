package org.cairn.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairn.progress.SyncAction.ActivePathSet;
import org.cairn.progress.SyncAction.ContentProgressed;
import org.cairn.progress.SyncAction.Interaction;
import org.cairn.progress.SyncAction.OnboardingCompleted;
import org.cairn.progress.SyncAction.OnboardingReset;
import org.cairn.progress.SyncAction.ProgressReset;
import org.cairn.roster.SchoolCalendar;

/** Any order, any duplicates, any split: the same bytes. */
class ReductionPropertyTest {

  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final SchoolCalendar CALENDAR =
      new SchoolCalendar(ZoneId.of("America/Chicago"), Set.of(LocalDate.parse("2026-03-11")));

  @Property(tries = 10_000)
  void theSnapshotIsOfTheSetOfEvents(@ForAll long seed, @ForAll @IntRange(max = 30) int count) {
    Random random = new Random(seed);
    List<SyncEvent> events = events(random, count);
    String expected = snapshot(ProgressFold.fold(Progress.NONE, events, CALENDAR));

    List<SyncEvent> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, random.nextInt(count + 1)));
    Collections.shuffle(shuffled, random);
    assertEquals(expected, snapshot(ProgressFold.fold(Progress.NONE, shuffled, CALENDAR)));

    assertEquals(expected, snapshot(inBatches(events, random)));
    assertEquals(expected, snapshot(byWhatIsTouched(events, random)));
  }

  /** As events arrive that are all in time: each batch goes on from the one before. */
  private static Progress inBatches(List<SyncEvent> events, Random random) {
    Progress progress = Progress.NONE;
    for (List<SyncEvent> batch : batches(events, random)) {
      progress = ProgressFold.fold(progress, batch, CALENDAR);
    }
    return progress;
  }

  /** The same where each batch is given the items that it is about, and the rest is kept aside. */
  private static Progress byWhatIsTouched(List<SyncEvent> events, Random random) {
    TreeMap<String, ContentItem> kept = new TreeMap<>();
    ProgressHead head = ProgressHead.NONE;
    for (List<SyncEvent> batch : batches(events, random)) {
      TreeMap<String, ContentItem> touched = new TreeMap<>(kept);
      touched
          .keySet()
          .retainAll(batch.stream().flatMap(event -> event.contentId().stream()).toList());
      Progress after = ProgressFold.fold(new Progress(head, touched, false), batch, CALENDAR);
      if (after.cleared()) {
        kept.clear();
      }
      kept.putAll(after.items());
      head = after.head();
    }
    return new Progress(head, kept, false);
  }

  private static List<List<SyncEvent>> batches(List<SyncEvent> events, Random random) {
    TreeMap<SyncEvent.Key, SyncEvent> ordered = new TreeMap<>();
    events.forEach(event -> ordered.put(event.key(), event));
    List<List<SyncEvent>> batches = new ArrayList<>();
    List<SyncEvent> batch = new ArrayList<>();
    for (SyncEvent event : ordered.values()) {
      batch.add(event);
      if (random.nextInt(3) == 0) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
    }
    batches.add(batch);
    return batches;
  }

  private static List<SyncEvent> events(Random random, int count) {
    List<SyncEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = BEGIN.plusSeconds(3_600L * random.nextInt(24 * 20));
      Instant occurredAt = random.nextInt(10) == 0 ? at.plusSeconds(1_000_000) : at;
      events.add(new SyncEvent(new SyncEvent.Key(at, "e" + i), occurredAt, action(random)));
    }
    return events;
  }

  private static SyncAction action(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> new ProgressReset();
      case 1 -> new OnboardingReset();
      case 2 -> new OnboardingCompleted("p" + random.nextInt(3));
      case 3 -> new ActivePathSet(random.nextBoolean() ? null : "p" + random.nextInt(3));
      default ->
          new ContentProgressed(
              "c" + random.nextInt(5),
              List.of(ContentStatus.values()).get(random.nextInt(4)),
              random.nextBoolean() ? null : random.nextInt(200) / 2.0,
              random.nextBoolean()
                  ? null
                  : new Interaction("i" + random.nextInt(3), random.nextBoolean() ? "null" : "1"));
    };
  }

  private static String snapshot(Progress progress) {
    return SnapshotText.of(progress);
  }
}
