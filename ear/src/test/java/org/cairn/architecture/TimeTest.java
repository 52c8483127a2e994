package org.cairn.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.UUID;
import org.cairn.architecture.fixture.time.Diary;
import org.cairn.architecture.fixture.time.Dice;
import org.cairn.architecture.fixture.time.Stopwatch;
import org.cairn.architecture.fixture.time.Sundial;
import org.cairn.architecture.fixture.time.Wristwatch;
import org.junit.jupiter.api.Test;

class TimeTest {

  private static final AllowList CLOCKS =
      AllowList.EMPTY
          .with("org.cairn.shared.TimeSource", "makes the one clock")
          .with("org.cairn.shared.Ids", "an id's timestamp orders pages on disk, nothing else");

  /** The arguments of {@code now} are either nothing, a zone, or a clock: the last is fine. */
  private static final DescribedPredicate<JavaMethodCall> READS_THE_WALL_CLOCK =
      describe(
          "the wall clock is read",
          call ->
              isNow(call)
                  || (call.getTargetOwner().isEquivalentTo(Clock.class)
                      && call.getName().startsWith("system"))
                  || (call.getTargetOwner().isEquivalentTo(System.class)
                      && call.getName().equals("currentTimeMillis")));

  private static final DescribedPredicate<JavaMethodCall> ROLLS_AN_ID =
      describe(
          "an id is rolled",
          call ->
              call.getTargetOwner().isEquivalentTo(UUID.class)
                  && call.getName().equals("randomUUID"));

  @Test
  void timeComesFromTheClockThatIsInjected() {
    Check.holds(timeComesFromTheClock(CLOCKS));
    Check.breaks(
        timeComesFromTheClock(CLOCKS),
        Sundial.class,
        Diary.class,
        Stopwatch.class,
        Wristwatch.class);
    Check.needs(CLOCKS, TimeTest::timeComesFromTheClock);
  }

  @Test
  void idsAreMadeInOrder() {
    ArchRule rule = noClasses().should(callMethodWhere(ROLLS_AN_ID));
    Check.holds(rule);
    Check.breaks(rule, Dice.class);
  }

  static ArchRule timeComesFromTheClock(AllowList allowed) {
    return noClasses()
        .that(allowed.others())
        .should(callMethodWhere(READS_THE_WALL_CLOCK))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Date.class, Calendar.class);
  }

  private static boolean isNow(JavaCall<?> call) {
    return call.getTargetOwner().getPackageName().startsWith("java.time")
        && call.getName().equals("now")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }
}
