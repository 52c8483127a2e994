package org.cairn.gamification;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cairn.caller.Callers;

/**
 * The rules of a tenant, kept in memory for a few seconds. That is never too long: a version starts
 * {@link #NOTICE} after its activation at the earliest.
 */
@Singleton
class RuleCatalog {

  /** Events count up to five minutes ahead of their recording, and are judged but once. */
  static final Duration NOTICE = Duration.ofMinutes(5);

  static final Duration FRESH = Duration.ofSeconds(5);

  private record Read(RuleBook rules, Instant at) {}

  private final RuleStore store;
  private final Clock clock;
  private final Map<String, Read> byTenant = new ConcurrentHashMap<>();

  @Inject
  RuleCatalog(RuleStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  RuleBook rules() {
    return rulesOf(FRESH);
  }

  /** The rules as they were known that long ago, or later. */
  RuleBook rulesOf(Duration age) {
    Read read = byTenant.get(Callers.current().tenant());
    return read == null || read.at().plus(age).isBefore(clock.instant()) ? fresh() : read.rules();
  }

  /** As they are in the database just now, for what may be named before it is remembered. */
  RuleBook fresh() {
    Read read = new Read(book(store.readable(), store.starts()), clock.instant());
    byTenant.put(Callers.current().tenant(), read);
    return read.rules();
  }

  static RuleBook book(List<StoredRuleSet> stored, List<RuleBook.Start> starts) {
    return new RuleBook(
        stored.stream()
            .collect(
                Collectors.toMap(
                    StoredRuleSet::name, rules -> RuleReader.read(rules.name(), rules.spec()))),
        starts);
  }
}
