package org.cairn.onboarding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.caller.Roles;
import org.cairn.onboarding.CoachRules.Decision;
import org.cairn.roster.SchoolCalendar;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/** Tells a learner the next best step, with measure. */
@Stateless
@RolesAllowed(Roles.LEARNER)
public class Coach {

  /**
   * What the coach says to a learner now.
   *
   * @param tip the next best step; {@code null} where the coach is silent
   * @param silence why it is
   * @param until when there can be a tip again, where time alone will tell
   */
  public record CoachView(
      @Nullable CoachTip tip, @Nullable Silence silence, @Nullable Instant until) {

    /** Why there is no tip. */
    public enum Silence {
      /** No track that is not dismissed has a step that can be done now. */
      NOTHING_TO_DO,
      /** The latest tip's step is done, and the next tip's time has not come. */
      COOLING_DOWN,
      /** The school's day has had all its tips. */
      ENOUGH_TODAY
    }

    /**
     * A step to do next.
     *
     * @param required whether the track is required, of everybody or by an assignment
     * @param dueAt by when an assigned track is to be complete
     * @param xpReward what the step earns; {@code null} for those who are not shown XP
     * @param since when the coach began to say so
     */
    public record CoachTip(
        String trackKey,
        String trackName,
        String stepKey,
        String title,
        @Nullable String instructions,
        @Nullable String actionUrl,
        @Nullable String actionLabel,
        @Nullable String helpUrl,
        boolean required,
        @Nullable Instant dueAt,
        @Nullable Integer xpReward,
        Instant since) {

      static CoachTip of(CoachOffer offer, Instant since, boolean showsXp) {
        Step step = offer.step();
        return new CoachTip(
            offer.track().key(),
            offer.track().name(),
            step.key(),
            step.title(),
            step.guide().instructions(),
            step.guide().actionUrl(),
            step.guide().actionLabel(),
            step.guide().helpUrl(),
            offer.required(),
            offer.dueAt(),
            showsXp ? step.xpReward() : null,
            since);
      }
    }
  }

  private final CoachRules rules =
      new CoachRules(
          Integer.parseInt(Setting.of("cairn.coach.tips-per-day", "5")),
          Duration.ofMinutes(Long.parseLong(Setting.of("cairn.coach.cool-down-minutes", "30"))));

  @Inject private Access access;
  @Inject private TrackCatalog catalog;
  @Inject private ProgressStore progress;
  @Inject private AssignmentStore assignments;
  @Inject private TipStore tips;
  @Inject private Clock clock;

  /**
   * The calling learner's next best step. Asked again while the tip stands, the same; a tip that is
   * told is remembered.
   *
   * @throws org.cairn.shared.ProblemException {@code PERSON_UNKNOWN}
   */
  public CoachView tip() {
    ActingLearner learner = access.acting();
    Instant now = clock.instant();
    SchoolCalendar calendar = tips.calendar(learner.visible());
    @Nullable Tip latest = tips.latest(learner.visible()).orElse(null);
    Decision decision = rules.decide(offers(learner, now), latest, calendar, now);
    CoachOffer offer = decision.offer();
    if (offer == null) {
      return new CoachView(null, decision.silence(), decision.until());
    }
    if (!decision.isNew() && latest != null) {
      return told(learner, offer, latest.givenAt());
    }
    tips.add(learner, next(offer, latest, calendar, now));
    return told(learner, offer, now);
  }

  private static CoachView told(ActingLearner learner, CoachOffer offer, Instant since) {
    boolean showsXp = learner.visible().showsXp();
    return new CoachView(CoachView.CoachTip.of(offer, since, showsXp), null, null);
  }

  private List<CoachOffer> offers(ActingLearner learner, Instant now) {
    Map<String, Standing> standings = progress.standings(learner.visible());
    Map<String, Instant> due = assignments.due(learner.visible());
    return CoachOffers.of(catalog.tracks(), standings, due, now);
  }

  private static Tip next(
      CoachOffer offer, @Nullable Tip latest, SchoolCalendar calendar, Instant now) {
    boolean first = latest == null || !latest.day().equals(calendar.dayOf(now));
    int number = first || latest == null ? 1 : latest.number() + 1;
    return new Tip(calendar.dayOf(now), number, now, offer.track().key(), offer.step().key());
  }
}
