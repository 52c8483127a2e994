package org.cairn.leaderboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.cairn.access.Access;
import org.cairn.access.VisibleGroup;
import org.cairn.access.VisibleGroup.Kind;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.gamification.Profiles;
import org.cairn.leaderboard.BoardReading.Shown;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;

/**
 * Leaderboards of the groups that a caller belongs to, teaches or administers, exact and as of now.
 * Guardians see none: a board tells of other people's children.
 */
@Stateless
@RolesAllowed({Roles.LEARNER, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN})
public class Leaderboards {

  @Inject private Access access;
  @Inject private SettingsStore settings;
  @Inject private SurroundingsStore surroundings;
  @Inject private BoardReading reading;
  @Inject private Profiles profiles;
  @Inject private Clock clock;

  /**
   * One board.
   *
   * @throws ProblemException {@code INVALID_REQUEST}, {@code GROUP_NOT_FOUND}, {@code
   *     LEADERBOARD_OFF}, {@code LEADERBOARD_NOT_FOR_GRADE}, {@code LEADERBOARD_TOO_SMALL}
   */
  public LeaderboardView board(LeaderboardQuery query) {
    Callers.current()
        .require(Roles.LEARNER, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN);
    Score score = score(query);
    VisibleGroup group = group(query);
    Instant now = clock.instant();
    LeaderboardSettingsView held = settings.find();
    Surroundings around = surroundings.read(group, now);
    ShowingRules.refuse(held, group, around);
    Board board =
        new Board(score, query.career(), now, around.term(), Board.mondayOf(around.today()));
    Shown shown =
        reading.read(
            group, board, profiles.levels(), QueryRules.limit(query), QueryRules.around(query));
    ShowingRules.refuse(held, shown.total());
    return new LeaderboardView(
        QueryRules.metric(query),
        QueryRules.period(query),
        group.kind() == Kind.SCHOOL ? group.place() : null,
        group.kind() == Kind.CLASS ? group.place() : null,
        query.grade(),
        query.career(),
        shown.top(),
        shown.total(),
        shown.me(),
        shown.around(),
        now);
  }

  private static Score score(LeaderboardQuery query) {
    List<FieldError> errors = QueryRules.errors(query);
    if (!errors.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.with(
          "There is no such leaderboard.", errors.toArray(FieldError[]::new));
    }
    return QueryRules.score(query);
  }

  private VisibleGroup group(LeaderboardQuery query) {
    if (query.classId() != null) {
      return access.group(Kind.CLASS, query.classId(), query.grade());
    }
    return query.school() == null
        ? access.group(Kind.DISTRICT, null, query.grade())
        : access.group(Kind.SCHOOL, query.school(), query.grade());
  }
}
