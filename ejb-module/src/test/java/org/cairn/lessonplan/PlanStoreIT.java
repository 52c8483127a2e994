package org.cairn.lessonplan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.caller.SqlText;
import org.cairn.lessonplan.LessonPlanMaking.Wanted;
import org.cairn.shared.Ids;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.TestPeople;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;

class PlanStoreIT {

  private static final Instant NOW = Instant.parse("2026-03-08T12:00:00Z");
  private static final String DIGEST = "0".repeat(64);

  private static final SqlText JOURNEY =
      SqlText.of(
          """
          with above as (
            insert into learning_journey (tenant_id, learner_id, grade, school_year, career,
              companion, journeys_started, skills_of_grade, started_at, last_at)
            values (:tenant, :learner, '04', 2026, 'chef', 'spark', 1, 4, :at, :at)
            on conflict do nothing
          )
          insert into journey (tenant_id, learner_id, id, grade, school_year, career, companion,
            started_at)
          values (:tenant, :learner, :id, '04', 2026, 'chef', 'spark', :at)
          """);

  private static final SqlText LEAVE =
      SqlText.of(
          "update roster_user set status = 'inactive' where tenant_id = :tenant and id = :learner");

  private final String tenant = TestDatabase.newTenant();
  private final UUID learner = TestPeople.learner(tenant);

  @Test
  void aWantedPlanIsMadeOnceAndAgainWhereTheJourneyWasCompletedAfterIt() {
    UUID journey = journey();
    want(List.of(journey));
    assertEquals(List.of(new Wanted(learner, journey)), open());
    assertEquals(Optional.empty(), madeOf(journey));
    made(journey);
    assertEquals(List.of(), open());
    assertEquals(Optional.of(DIGEST), madeOf(journey));
    want(List.of(journey));
    assertEquals(List.of(new Wanted(learner, journey)), open());
    assertEquals(Optional.empty(), madeOf(journey));
  }

  @Test
  void aJourneyThatTheLearnerHasNotIsWantedByNobody() {
    want(List.of(Ids.next()));
    assertEquals(List.of(), open());
  }

  @Test
  void thoseToMakeAreReadInPagesAndOnlyOfPeopleWhoAreThere() {
    List<UUID> journeys = List.of(journey(), journey(), journey());
    want(journeys);
    List<Wanted> all = open();
    assertEquals(3, all.size());
    assertEquals(all.subList(1, 3), page(all.get(0), 2));
    assertEquals(Wanted.of(all.get(0).key()), all.get(0));
    TestDatabase.inTenant(tenant, sql -> sql.with(LEAVE).set("learner", learner).update());
    assertEquals(List.of(), open());
  }

  @Test
  void withoutASchoolDaysAreThoseOfUtc() {
    PlanStore.Child child = in(store -> store.child(Permissions.visible(learner)));
    assertEquals(new PlanStore.Child("A", ZoneId.of("UTC")), child);
  }

  private UUID journey() {
    UUID id = Ids.next();
    TestDatabase.inTenant(
        tenant,
        sql -> sql.with(JOURNEY).set("learner", learner).set("id", id).set("at", NOW).update());
    return id;
  }

  private void want(List<UUID> journeys) {
    in(
        store -> {
          store.want(Permissions.acting(learner), journeys, NOW);
          return journeys;
        });
  }

  private void made(UUID journey) {
    in(
        store -> {
          store.made(Permissions.visible(learner), journey, DIGEST, NOW);
          return journey;
        });
  }

  private Optional<String> madeOf(UUID journey) {
    return in(store -> store.madeOf(Permissions.visible(learner), journey));
  }

  private List<Wanted> open() {
    return page(null, 100);
  }

  private List<Wanted> page(Wanted after, int limit) {
    return TestDatabase.inTenant(
        tenant, sql -> Wired.of(PlanQueueStore.class, sql).page(after, limit));
  }

  private <T> T in(Function<PlanStore, T> work) {
    return TestDatabase.inTenant(tenant, sql -> work.apply(Wired.of(PlanStore.class, sql)));
  }
}
