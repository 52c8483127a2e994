package org.cairn.gamification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.access.Trust;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.cairn.definitions.AlignmentView;
import org.cairn.definitions.DefinitionFiles;
import org.cairn.events.Consequence;
import org.cairn.events.Consequences;
import org.cairn.events.NewEvent;
import org.cairn.events.TestLog;
import org.cairn.gamification.Rejudging.Difference;
import org.cairn.gamification.Rejudging.Terms;
import org.cairn.journey.Container;
import org.cairn.journey.JourneyAdvanced;
import org.cairn.journey.LessonStanding;
import org.cairn.journey.QuestionStanding;
import org.cairn.journey.SkillStanding;
import org.cairn.leaderboard.FollowingBoards;
import org.cairn.onboarding.Reward;
import org.cairn.onboarding.TrackAdvanced;
import org.cairn.shared.Heard;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.cairn.streak.Streak;
import org.jspecify.annotations.Nullable;

/** One learner of one school, on the real database. */
final class TestGame {

  private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
  private static final UUID SESSION = new UUID(0, 7);

  private static final SqlText SCHOOL =
      SqlText.of(
          """
          insert into org (tenant_id, id, sourced_id, status, name, type, parent_id, time_zone)
          values (:tenant, :id, :id::text, 'active', 'A place', 'school', :parent, :zone)
          """);
  private static final SqlText ATTEND =
      SqlText.of(
          "update roster_user set primary_org_id = :org where tenant_id = :tenant and id = :id");
  private static final SqlText GRADE =
      SqlText.of("update roster_user set grade = :grade where tenant_id = :tenant and id = :id");
  private static final SqlText CLOSE =
      SqlText.of(
          """
          insert into non_school_day (tenant_id, org_id, day, reason)
          values (:tenant, :org, :day, 'holiday')
          """);

  private final String tenant = TestDatabase.newTenant();
  final UUID learner = TestPeople.learner(tenant);
  private final UUID district = Ids.next();
  private UUID school = Ids.next();
  private Instant now = NOW;
  private long statements;
  private String grade = "04";

  private TestGame() {}

  static TestGame ofSchool(String zone) {
    TestGame game = new TestGame();
    game.place(game.district, null, "UTC");
    game.moveTo(zone);
    return game;
  }

  static AlignmentView align() {
    return TestDatabase.inTenant(
        Tenants.SHARED,
        sql ->
            Wired.of(RuleAlignment.class, sql, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .align(Rules.config()));
  }

  static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  void nowIs(String time) {
    now = time(time);
  }

  void moveTo(String zone) {
    school = Ids.next();
    place(school, district, zone);
    inTenant(sql -> sql.with(ATTEND).set("org", school).set("id", learner).update());
  }

  void gradeIs(String grade) {
    this.grade = grade;
    inTenant(sql -> sql.with(GRADE).set("grade", grade).set("id", learner).update());
  }

  void closeSchool(String... days) {
    close(school, days);
  }

  void closeDistrict(String... days) {
    close(district, days);
  }

  void capsADay(int cap) {
    ownRules(spec -> ((ObjectNode) spec.get("xp")).put("dailyCap", cap), Instant.EPOCH);
  }

  /** Has the district go by rules of its own from a time on. */
  void ownRules(Consumer<ObjectNode> change, Instant start) {
    ObjectNode spec = Rules.spec().deepCopy();
    change.accept(spec);
    StoredRuleSet own =
        new StoredRuleSet(tenant, 1, spec, DefinitionFiles.hash(spec), Instant.EPOCH, "test");
    inTenant(
        sql -> {
          RuleStore store = new RuleStore(sql);
          store.add(1, spec, own.hash(), "test", Instant.EPOCH);
          return store.start(own, start, "test", Instant.EPOCH);
        });
  }

  /** Makes a further version of the district's rules, which is not to start. */
  String draft(int number, Consumer<ObjectNode> change) {
    ObjectNode spec = Rules.spec().deepCopy();
    change.accept(spec);
    inTenant(sql -> new RuleStore(sql).add(number, spec, DefinitionFiles.hash(spec), "test", NOW));
    return StoredRuleSet.name(tenant, number);
  }

  /** What other rules would change for the learner, as a dry run finds it. */
  List<Difference> judged(Terms terms) {
    return inTenant(
        sql -> wired(Rejudging.class, new CountingSql(sql)).judge(terms, List.of(learner)));
  }

  /** Has the rules hold for the past, and writes what was found. */
  void apply(Terms terms, List<Difference> found) {
    inTenant(
        sql -> {
          RuleStore store = new RuleStore(sql);
          StoredRuleSet rules =
              store.readable().stream()
                  .filter(each -> each.name().equals(terms.version()))
                  .findFirst()
                  .orElseThrow();
          store.replay(terms.replay(), rules, terms.before(), now);
          wired(Rejudging.class, sql).apply(terms, found);
          return null;
        });
  }

  WhyView why(XpTransactionView row) {
    return inTenant(
        sql -> wired(ProfileReading.class, sql).why(Permissions.visible(learner), row.id()));
  }

  /** Writes a settlement past what the reactions read before. */
  void write(Settlement settlement) {
    inTenant(
        sql -> {
          new BookStore(sql)
              .write(
                  Permissions.acting(learner),
                  Changes.of(List.of(), List.of(), Map.of(), settlement),
                  null,
                  NOW);
          return null;
        });
  }

  /** Records an event and has the streak kept. */
  List<Consequence> event(String id, String time, Trust trust) {
    Consequences consequences = new Consequences();
    inTenant(
        sql -> {
          StreakKeeping keeping = wired(StreakKeeping.class, new CountingSql(sql));
          NewEvent event = new NewEvent(id, "page.read", null, null, null, null, null, time(time));
          TestLog.of(sql, Clock.fixed(NOW, ZoneOffset.UTC), keeping::on)
              .append(Permissions.acting(learner, trust, grade), List.of(event), consequences);
          return null;
        });
    return TestLog.told(consequences, id);
  }

  void answer(String question, int attempt, String event, String time) {
    answers(1, question, attempt, event, time);
  }

  /** The same standing, told several times. */
  void answers(int times, String question, int attempt, String event, String time) {
    JourneyAdvanced advanced =
        new JourneyAdvanced(
            Permissions.actingForSystem(learner),
            List.of(question(question, attempt, event, time)),
            List.of(),
            List.of(),
            new Consequences());
    inTenant(
        sql -> {
          JourneyAwarding awarding = wired(JourneyAwarding.class, sql);
          for (int i = 0; i < times; i++) {
            awarding.on(advanced);
          }
          return null;
        });
  }

  /** As the learner's own device sends it. */
  List<Consequence> answersOwn(String question, String event, String time) {
    Consequences told =
        advance(Trust.CLIENT, List.of(question(question, 1, event, time)), List.of(), List.of());
    return TestLog.told(told, event);
  }

  void lesson(boolean complete, boolean perfect, boolean verified) {
    LessonStanding lesson =
        new LessonStanding(
            verified ? SESSION : new UUID(0, 8),
            SESSION,
            Container.LEARN,
            "Math",
            "fractions",
            null,
            complete,
            100,
            perfect,
            verified,
            60,
            60,
            "04",
            "lesson",
            NOW);
    advance(Trust.SYSTEM, List.of(), List.of(lesson), List.of());
  }

  void skill(String skill, boolean mastered) {
    SkillStanding standing = new SkillStanding(skill, "Math", mastered, "04", "lesson", NOW);
    advance(Trust.SYSTEM, List.of(), List.of(), List.of(standing));
  }

  void reward(Reward reward) {
    inTenant(
        sql -> {
          wired(XpAwarding.class, sql)
              .on(
                  new TrackAdvanced(
                      Permissions.acting(learner), List.of(reward), new Consequences()));
          return null;
        });
  }

  List<Consequence> recalled(String event) {
    return inTenant(
            sql ->
                wired(LedgerStore.class, sql)
                    .causedBy(Permissions.actingForSystem(learner), List.of(event)))
        .stream()
        .sorted(java.util.Comparator.comparing(Consequence::kind).thenComparing(Consequence::key))
        .toList();
  }

  /** Source, amount and event of each row, the first one first. */
  List<String> ledger() {
    return rows().stream()
        .map(row -> row.source() + " " + row.amount() + " " + row.eventId())
        .toList();
  }

  Map<String, Integer> sums() {
    Map<String, Integer> sums = new TreeMap<>();
    rows().forEach(row -> sums.merge(row.source(), row.amount(), Integer::sum));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  List<XpTransactionView> rows() {
    List<XpTransactionView> rows =
        inTenant(
            sql ->
                wired(ProfileStore.class, sql)
                    .before(Permissions.visible(learner), Long.MAX_VALUE, 5_000));
    java.util.Collections.reverse(rows);
    return rows;
  }

  Streak streak(String day) {
    return inTenant(
        sql -> {
          Game game =
              wired(DayStore.class, sql)
                  .read(Permissions.visible(learner), LocalDate.parse("2000-01-01"));
          return game.days().on(LocalDate.parse(day), game.calendar(), Rules.BOOK);
        });
  }

  ProfileView profile() {
    return inTenant(sql -> wired(ProfileReading.class, sql).profile(Permissions.visible(learner)));
  }

  ProfileView ownProfile() {
    return inTenant(
        sql -> wired(ProfileReading.class, sql).profile(Permissions.self(learner, grade)));
  }

  List<XpTransactionView> ownLedger() {
    return inTenant(
        sql ->
            wired(ProfileReading.class, sql)
                .before(Permissions.self(learner, grade), Long.MAX_VALUE, 100));
  }

  /** How many statements streak keeping has sent so far. */
  long statements() {
    return statements;
  }

  <T> T inTenant(Function<TenantSql, T> work) {
    return TestDatabase.inTenant(tenant, work);
  }

  private <T> T wired(Class<T> type, TenantSql sql) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    TenantSql uncounted = new TenantSql(sql.entities());
    Object boards = Heard.by(settled -> FollowingBoards.on(uncounted, (XpSettled) settled));
    return Wired.of(type, sql, clock, TestLog.of(sql, clock, recorded -> {}), boards);
  }

  private Consequences advance(
      Trust trust,
      List<QuestionStanding> questions,
      List<LessonStanding> lessons,
      List<SkillStanding> skills) {
    Consequences consequences = new Consequences();
    inTenant(
        sql -> {
          wired(JourneyAwarding.class, sql)
              .on(
                  new JourneyAdvanced(
                      Permissions.acting(learner, trust, grade),
                      questions,
                      lessons,
                      skills,
                      consequences));
          return null;
        });
    return consequences;
  }

  private QuestionStanding question(String question, int attempt, String event, String time) {
    return new QuestionStanding(
        question, 2026, SESSION, "Math", "fractions", attempt, grade, event, time(time));
  }

  private void place(UUID id, @Nullable UUID parent, String zone) {
    inTenant(
        sql -> sql.with(SCHOOL).set("id", id).set("parent", parent).set("zone", zone).update());
  }

  private void close(UUID org, String... days) {
    for (String day : days) {
      inTenant(sql -> sql.with(CLOSE).set("org", org).set("day", LocalDate.parse(day)).update());
    }
  }

  private final class CountingSql extends TenantSql {

    CountingSql(TenantSql sql) {
      super(sql.entities());
    }

    @Override
    public SqlCall with(SqlText text) {
      statements++;
      return super.with(text);
    }
  }
}
