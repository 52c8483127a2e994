package org.cairn.gamification;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.definitions.DefinitionFiles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.Cursor;
import org.cairn.shared.FieldError;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.shared.ProblemException;
import org.cairn.shared.Setting;
import org.cairn.shared.TimeRules;
import org.jspecify.annotations.Nullable;

/** A district's rules of XP: versions that never change, and from when each holds. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class RuleSets {

  /**
   * A version of the rules of XP, which never changes.
   *
   * @param version {@code shared-1} for Cairn's or the operator's, {@code district-1} for one's own
   * @param state {@code DRAFT} while it is not to start, {@code SCHEDULED}, {@code IN_FORCE} or
   *     {@code PAST}
   * @param startsAt from when it holds, or has held last
   * @param rules the document, as {@code rules.schema.json} describes it
   */
  public record RuleSetView(
      String version,
      String state,
      @Nullable Instant startsAt,
      Instant createdAt,
      String createdBy,
      Map<String, Object> rules) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  @Inject private RuleStore store;
  @Inject private Clock clock;
  @Inject private Audit audit;

  /** The versions that the district can use, its own first, of each the newest. */
  public Page<RuleSetView> versions(@Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    String after = Cursor.key(cursor, "cursor");
    List<StoredRuleSet> all = store.readable();
    int from = after == null ? 0 : all.indexOf(find(all, after)) + 1;
    List<RuleBook.Start> starts = store.starts();
    List<RuleSetView> page =
        all.subList(from, Math.min(all.size(), from + size)).stream()
            .map(rules -> view(rules, starts))
            .toList();
    boolean more = from + size < all.size();
    return new Page<>(page, more ? Cursor.of(page.get(size - 1).version()) : null);
  }

  /** The newest version, which a next one is made from. */
  public String latest() {
    return store.readable().get(0).name();
  }

  /**
   * One version.
   *
   * @throws ProblemException {@code RULES_NOT_FOUND}
   */
  public RuleSetView find(String version) {
    return view(find(store.readable(), version), store.starts());
  }

  /**
   * Makes a version of the district's own, which holds when it is activated. The same content as
   * the newest version's is that version.
   *
   * @param basedOn the newest version, as its maker has seen it
   * @throws ProblemException {@code RULES_INVALID}, {@code RULES_STALE}, {@code INVALID_REQUEST}
   *     without {@code basedOn}
   */
  public RuleSetView add(@Nullable String basedOn, @Nullable Map<String, Object> rules) {
    JsonNode spec = checked(rules);
    StoredRuleSet latest = store.readable().get(0);
    if (basedOn == null) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was changed.",
          new FieldError("If-Match", "the ETag of the newest version, from GET /admin/rules"));
    }
    if (!basedOn.equals(latest.name())) {
      throw stale(latest.name());
    }
    if (spec.equals(latest.spec())) {
      return find(latest.name());
    }
    String hash = DefinitionFiles.hash(spec);
    int number = latest.isShared() ? 1 : latest.number() + 1;
    Caller by = Callers.current();
    if (!store.add(number, spec, hash, by.subject(), clock.instant())) {
      throw stale("another one");
    }
    audit.record(AuditAction.RULES_CHANGED, target(StoredRuleSet.name(by.tenant(), number)));
    return find(StoredRuleSet.name(by.tenant(), number));
  }

  /**
   * Has a version hold from a time on, for what takes effect then or later.
   *
   * @param startsAt at least five minutes ahead; {@code null}: in five minutes
   * @throws ProblemException {@code RULES_NOT_FOUND}, {@code RULES_INVALID}, {@code
   *     RULES_START_TAKEN}
   */
  public RuleSetView activate(String version, @Nullable Instant startsAt) {
    StoredRuleSet rules = find(store.readable(), version);
    Instant now = clock.instant();
    Instant earliest = now.plus(RuleCatalog.NOTICE);
    if (startsAt != null && startsAt.isBefore(earliest)) {
      throw GamificationProblem.RULES_INVALID.with(
          "Nothing was activated: events may count up to five minutes ahead.",
          new FieldError("/startsAt", earliest + " or later"));
    }
    Instant start = startsAt == null ? earliest : startsAt;
    if (!TimeRules.isSane(start)) {
      throw GamificationProblem.RULES_INVALID.with(
          "Nothing was activated.", new FieldError("/startsAt", TimeRules.EXPECTED));
    }
    if (!store.start(rules, start, Callers.current().subject(), now)) {
      throw GamificationProblem.RULES_START_TAKEN.with(
          "Nothing was activated.", new FieldError("/startsAt", "another time"));
    }
    audit.record(AuditAction.RULES_CHANGED, target(version), Map.of("startsAt", start.toString()));
    return find(version);
  }

  /**
   * Has a version judge all that took effect before a time, also what is recorded later: what a
   * replay is going to bring ledgers in line with.
   *
   * @throws ProblemException {@code RULES_NOT_FOUND}
   */
  public void replay(UUID replay, String version, Instant before) {
    store.replay(replay, find(store.readable(), version), before, clock.instant());
  }

  private static AuditTarget target(String version) {
    return AuditTarget.of("rule-set", version);
  }

  private static JsonNode checked(@Nullable Map<String, Object> rules) {
    JsonNode spec = JSON.valueToTree(rules == null ? Map.of() : rules);
    Path folder = Path.of(Setting.of("cairn.config", "config"), RuleAlignment.FOLDER);
    List<FieldError> errors =
        new ArrayList<>(new DefinitionFiles(folder, RuleAlignment.SCHEMA).errors(spec));
    if (errors.isEmpty()) {
      errors.addAll(RuleReader.errors(spec));
    }
    if (!errors.isEmpty()) {
      throw GamificationProblem.RULES_INVALID.with(
          "Nothing was changed.", errors.toArray(FieldError[]::new));
    }
    return spec;
  }

  private static StoredRuleSet find(List<StoredRuleSet> all, String version) {
    return all.stream()
        .filter(rules -> rules.name().equals(version))
        .findFirst()
        .orElseThrow(
            () ->
                GamificationProblem.RULES_NOT_FOUND.with(
                    "Take versions from the list of your district's rules."));
  }

  private static ProblemException stale(String latest) {
    return GamificationProblem.RULES_STALE.with(
        "Nothing was changed: the newest version is " + latest + ".");
  }

  private RuleSetView view(StoredRuleSet rules, List<RuleBook.Start> starts) {
    Instant now = clock.instant();
    Instant last =
        starts.stream()
            .filter(start -> start.before() == null && start.version().equals(rules.name()))
            .map(RuleBook.Start::at)
            .max(Instant::compareTo)
            .orElse(null);
    return new RuleSetView(
        rules.name(),
        state(rules, starts, now, last),
        last,
        rules.createdAt(),
        rules.createdBy(),
        JSON.convertValue(rules.spec(), OBJECT));
  }

  private static String state(
      StoredRuleSet rules, List<RuleBook.Start> starts, Instant now, @Nullable Instant last) {
    String current = RuleBook.versionAt(starts, now);
    if (rules.name().equals(current)) {
      return "IN_FORCE";
    }
    return last == null ? "DRAFT" : last.isAfter(now) ? "SCHEDULED" : "PAST";
  }
}
