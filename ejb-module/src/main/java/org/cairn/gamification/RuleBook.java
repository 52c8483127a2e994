package org.cairn.gamification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.gamification.RuleSet.StreakTerms;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a tenant's learners live by: all versions, and which one holds from when. Before
 * the tenant's own first start the shared ones hold; what a replay has judged again stays judged
 * so.
 */
final class RuleBook {

  private final Map<String, RuleSet> versions;
  private final List<Start> starts;
  private final Set<String> countedEvents;

  /**
   * When a version holds.
   *
   * @param own whether the tenant itself said so
   * @param at from when; of a replay, when it was applied
   * @param before of a replay: it holds for all that took effect before this, whatever held then;
   *     {@code null}: from its start on
   */
  record Start(boolean own, Instant at, String version, @Nullable Instant before) {

    Start(boolean own, Instant at, String version) {
      this(own, at, version, null);
    }

    private boolean holds(Instant time) {
      return before == null ? !at.isAfter(time) : time.isBefore(before);
    }
  }

  RuleBook(Map<String, RuleSet> versions, List<Start> starts) {
    this.versions = Map.copyOf(versions);
    this.starts = List.copyOf(starts);
    this.countedEvents =
        versions.values().stream()
            .flatMap(rules -> rules.terms().achievements().stream())
            .map(achievement -> achievement.condition().event())
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The version that holds at a time. */
  RuleSet at(Instant time) {
    String version = versionAt(starts, time);
    if (version == null) {
      throw new IllegalStateException("No rules of XP are aligned yet");
    }
    return version(version);
  }

  /** What it is called; {@code null} where none holds. */
  static @Nullable String versionAt(List<Start> starts, Instant time) {
    return starts.stream()
        .filter(start -> start.holds(time))
        .max(
            Comparator.comparing((Start start) -> start.before() != null)
                .thenComparing(Start::own)
                .thenComparing(Start::at))
        .map(Start::version)
        .orElse(null);
  }

  /** The same book, had a version held for all that took effect before a time. */
  RuleBook replayed(String version, Instant before) {
    List<Start> all = new ArrayList<>(starts);
    all.add(new Start(true, Instant.MAX, version, before));
    return new RuleBook(versions, all);
  }

  RuleSet version(String version) {
    return Objects.requireNonNull(versions.get(version), version);
  }

  /** The version of that name, if there is one: rows that are older than the rules name others. */
  @Nullable RuleSet find(String version) {
    return versions.get(version);
  }

  StreakTerms termsAt(Instant time) {
    return at(time).streak();
  }

  /** The names of all events that any version's achievements count. */
  Set<String> countedEvents() {
    return countedEvents;
  }

  /** Whether any version caps a day. */
  boolean caps() {
    return versions.values().stream().anyMatch(rules -> rules.dailyCap() != null);
  }
}
